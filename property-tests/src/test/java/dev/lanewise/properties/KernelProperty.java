package dev.lanewise.properties;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import net.jqwik.api.Property;

/**
 * A property over the cases of {@link KernelDomain}: the same cases in every run, {@code -Dtries=2000} of them and fewer where
 * that is not said. The system property {@code lanewise.seed} gives the arrays other contents: {@code mvn -B verify -pl
 * property-tests -am -Dlanewise.seed=7}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Property(seed = "20261123")
@interface KernelProperty {
}
