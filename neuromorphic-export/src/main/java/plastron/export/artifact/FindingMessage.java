package plastron.export.artifact;

import plastron.export.diagnostic.Diagnostic;
import plastron.export.diagnostic.Severity;
import plastron.export.message.ConstantName;
import plastron.export.proto.DiagnosticProto;
import plastron.export.proto.UsageProto;
import plastron.export.resource.Evidence;
import plastron.export.resource.Limit;
import plastron.export.resource.Scope;
import plastron.export.resource.Usage;

/** Diagnostics and used limits as Protobuf messages. */
final class FindingMessage {

  private FindingMessage() {}

  static UsageProto write(Usage usage) {
    Limit limit = usage.limit();
    return UsageProto.newBuilder()
        .setName(limit.name())
        .setScope(limit.scope().name())
        .setLimit(limit.value())
        .setUnit(limit.unit())
        .setSource(limit.source())
        .setEvidence(limit.evidence().name())
        .setUsed(usage.used())
        .setTotal(usage.total())
        .build();
  }

  static Usage read(UsageProto message) {
    Limit limit =
        new Limit(
            message.getName(),
            ConstantName.read(Scope.class, message.getScope()),
            message.getLimit(),
            message.getUnit(),
            message.getSource(),
            ConstantName.read(Evidence.class, message.getEvidence()));
    return new Usage(limit, message.getUsed(), message.getTotal());
  }

  static DiagnosticProto write(Diagnostic diagnostic) {
    return DiagnosticProto.newBuilder()
        .setCode(diagnostic.code())
        .setSeverity(diagnostic.severity().name())
        .setSubject(diagnostic.subject())
        .setMessage(diagnostic.message())
        .setWayOut(diagnostic.wayOut())
        .build();
  }

  static Diagnostic read(DiagnosticProto message) {
    return new Diagnostic(
        message.getCode(),
        ConstantName.read(Severity.class, message.getSeverity()),
        message.getSubject(),
        message.getMessage(),
        message.getWayOut());
  }
}
