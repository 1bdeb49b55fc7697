package io.github.cdkoidc.doctor;

import java.util.stream.Stream;

/** Looks for something that is wrong. */
@FunctionalInterface
interface DoctorCheck {

    /** What is wrong. The same thing may be found more than once. */
    Stream<DoctorFinding> findings(DoctorContext context);
}
