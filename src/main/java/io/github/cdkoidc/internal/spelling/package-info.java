/**
 * What is mistyped in a trust policy: values that no token presents, providers and condition keys that are nearly GitHub's, and what was
 * surely meant.
 */
@NullMarked
package io.github.cdkoidc.internal.spelling;

import org.jspecify.annotations.NullMarked;
