package plastron.tasks.train;

import java.util.List;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;
import plastron.tasks.config.TaskKind;
import plastron.tasks.config.TaskKinds;
import plastron.tasks.kit.TaskContract;

/** Every kind of task that the service loader finds keeps the contract. */
@ParameterizedClass
@MethodSource("kinds")
class TaskKindContractTest extends TaskContract {

  TaskKindContractTest(TaskKind kind) {
    super(kind);
  }

  static List<TaskKind> kinds() {
    return TaskKinds.all();
  }
}
