/**
 * What an app has synthesized, as files: the templates of a {@code cdk.out}, what is known of their stacks and constructs beside them,
 * and what the rules find in all of them together.
 *
 * <p>{@link io.github.cdkoidc.assembly.CloudAssembly} reads, {@link io.github.cdkoidc.assembly.AppJudge} judges. Nothing here knows
 * AWS CDK: it reads what the CDK has written.
 *
 * @see <a href="https://docs.aws.amazon.com/cdk/v2/guide/deploy.html#deploy-how-synth-assemblies">AWS CDK: cloud assemblies</a>
 */
@NullMarked
package io.github.cdkoidc.assembly;

import org.jspecify.annotations.NullMarked;
