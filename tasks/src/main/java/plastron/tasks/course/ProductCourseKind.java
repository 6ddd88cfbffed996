package plastron.tasks.course;

import java.util.List;
import plastron.tasks.config.Configuration;
import plastron.tasks.config.Setting;
import plastron.tasks.config.TaskKind;
import plastron.tasks.design.TaskDesign;

/** Regression on spikes, supervised. */
public final class ProductCourseKind implements TaskKind {

  @Override
  public String name() {
    return "product-course";
  }

  @Override
  public String title() {
    return "Product of courses";
  }

  @Override
  public String description() {
    return "Regression, supervised: a potential is to follow the product of two courses that spikes"
        + " tell.";
  }

  @Override
  public List<Setting<?>> settings() {
    return CourseTable.ALL;
  }

  @Override
  public TaskDesign<?> design(Configuration config) {
    return CourseTask.of(config);
  }
}
