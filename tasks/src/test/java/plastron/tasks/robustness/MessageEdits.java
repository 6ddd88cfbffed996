package plastron.tasks.robustness;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor.JavaType;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Edits of the fields of Protobuf messages, whatever messages they are. */
final class MessageEdits {

  private static final int[] DEPTHS = {1, 30, 120, 700, 1500, 5000};

  private MessageEdits() {}

  /**
   * A few edits of fields, sometimes also of bytes.
   *
   * @param bytes a message of this kind, not modified
   */
  static byte[] edited(Descriptor kind, byte[] bytes, RandomGenerator random) {
    if (random.nextInt(6) == 0) {
      return ByteEdits.edit(bytes, random);
    }
    try {
      Message message = DynamicMessage.parseFrom(kind, bytes);
      int edits = Extremes.edits(random);
      for (int i = 0; i < edits; i++) {
        message = edited(message, random);
      }
      return message.toByteArray();
    } catch (InvalidProtocolBufferException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static Message edited(Message message, RandomGenerator random) {
    List<FieldDescriptor> fields = message.getDescriptorForType().getFields();
    if (fields.isEmpty()) {
      return message;
    }
    FieldDescriptor field = fields.get(random.nextInt(fields.size()));
    Message.Builder builder = message.toBuilder();
    if (field.isRepeated()) {
      editRepeated(builder, field, random);
    } else {
      editSingle(builder, field, random);
    }
    return builder.build();
  }

  private static void editSingle(
      Message.Builder builder, FieldDescriptor field, RandomGenerator random) {
    if (random.nextInt(8) == 0) {
      builder.clearField(field);
    } else if (field.getJavaType() == JavaType.MESSAGE) {
      Message inner = (Message) builder.getField(field);
      builder.setField(
          field, random.nextInt(10) == 0 ? nested(inner, random) : edited(inner, random));
    } else {
      builder.setField(field, value(field, random));
    }
  }

  private static void editRepeated(
      Message.Builder builder, FieldDescriptor field, RandomGenerator random) {
    int count = builder.getRepeatedFieldCount(field);
    if (count == 0) {
      builder.addRepeatedField(field, fresh(builder, field, random));
      return;
    }
    int at = random.nextInt(count);
    Object there = builder.getRepeatedField(field, at);
    switch (random.nextInt(10)) {
      case 0 -> builder.clearField(field);
      case 1 -> without(builder, field, at);
      case 2 -> builder.addRepeatedField(field, there);
      case 3 -> builder.addRepeatedField(field, fresh(builder, field, random));
      case 4 -> {
        builder.setRepeatedField(field, at, builder.getRepeatedField(field, count - 1));
        builder.setRepeatedField(field, count - 1, there);
      }
      default ->
          builder.setRepeatedField(
              field,
              at,
              there instanceof Message inner ? edited(inner, random) : value(field, random));
    }
  }

  private static void without(Message.Builder builder, FieldDescriptor field, int at) {
    List<?> all = (List<?>) builder.getField(field);
    builder.clearField(field);
    for (int i = 0; i < all.size(); i++) {
      if (i != at) {
        builder.addRepeatedField(field, all.get(i));
      }
    }
  }

  private static Object fresh(
      Message.Builder builder, FieldDescriptor field, RandomGenerator random) {
    return field.getJavaType() == JavaType.MESSAGE
        ? edited(builder.newBuilderForField(field).build(), random)
        : value(field, random);
  }

  /** A message within many of its own kind, where its kind has such a field. */
  private static Message nested(Message message, RandomGenerator random) {
    Optional<FieldDescriptor> own =
        message.getDescriptorForType().getFields().stream()
            .filter(f -> f.getJavaType() == JavaType.MESSAGE && !f.isRepeated())
            .filter(f -> f.getMessageType().equals(message.getDescriptorForType()))
            .findFirst();
    if (own.isEmpty()) {
      return edited(message, random);
    }
    Message outer = message;
    int depth = DEPTHS[random.nextInt(DEPTHS.length)];
    for (int i = 0; i < depth; i++) {
      outer = message.newBuilderForType().setField(own.get(), outer).build();
    }
    return outer;
  }

  private static Object value(FieldDescriptor field, RandomGenerator random) {
    return switch (field.getJavaType()) {
      case INT -> (int) Extremes.whole(random);
      case LONG -> Extremes.whole(random);
      case FLOAT -> (float) Extremes.real(random);
      case DOUBLE -> Extremes.real(random);
      case BOOLEAN -> random.nextBoolean();
      case STRING -> Extremes.text(random);
      case BYTE_STRING -> ByteString.copyFromUtf8(Extremes.text(random));
      case ENUM, MESSAGE ->
          throw new IllegalArgumentException("Field (%s) has no single value.".formatted(field));
    };
  }
}
