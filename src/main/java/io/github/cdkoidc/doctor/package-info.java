/**
 * The workflow doctor: which role admits which run of a repository's workflows, and what to change if none does.
 *
 * <p>Start at {@link io.github.cdkoidc.doctor.Doctor}, which takes workflows and {@link io.github.cdkoidc.doctor.DoctorRole}s
 * and makes a {@link io.github.cdkoidc.doctor.Diagnosis} of them: a table, and findings with remedies. Nothing here reads a file
 * or prints.
 */
@NullMarked
package io.github.cdkoidc.doctor;

import org.jspecify.annotations.NullMarked;
