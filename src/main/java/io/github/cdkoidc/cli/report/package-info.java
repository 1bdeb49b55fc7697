/**
 * What a command has to say, and the formats that say it. A command makes a {@link io.github.cdkoidc.cli.report.Report} of sections;
 * a {@link io.github.cdkoidc.cli.report.Format} renders any report, and knows no command.
 */
@NullMarked
package io.github.cdkoidc.cli.report;

import org.jspecify.annotations.NullMarked;
