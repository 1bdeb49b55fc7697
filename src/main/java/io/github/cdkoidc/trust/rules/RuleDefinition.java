package io.github.cdkoidc.trust.rules;

/** How bad a finding of a rule is, the page that the rule comes from, and how it is found. */
record RuleDefinition(Severity severity, RuleReference source, RuleFinder finder) {

    static RuleDefinition error(RuleReference source, RuleFinder finder) {
        return new RuleDefinition(Severity.ERROR, source, finder);
    }

    static RuleDefinition warning(RuleReference source, RuleFinder finder) {
        return new RuleDefinition(Severity.WARNING, source, finder);
    }

    static RuleDefinition info(RuleReference source, RuleFinder finder) {
        return new RuleDefinition(Severity.INFO, source, finder);
    }

    /** The pages that the rules come from. */
    enum RuleReference {
        TOKEN("https://docs.github.com/en/actions/reference/security/oidc"),
        CUSTOM_SUBJECT(
                "https://docs.github.com/en/actions/reference/security/oidc#customizing-the-subject-claims-for-an-organization-or-repository"),
        EVENTS("https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows"),
        ENVIRONMENTS("https://docs.github.com/en/actions/reference/workflows-and-actions/deployments-and-environments"),
        ROLE("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_create_for-idp_oidc.html"),
        PROVIDER("https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_providers_create_oidc.html"),
        OPERATORS(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_condition_operators.html"),
        QUANTIFIERS(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html"),
        KEYS(
                "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_iam-condition-keys.html#condition-keys-wif"),
        PRINCIPAL("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html"),
        GRAMMAR("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html"),
        QUOTAS("https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html");

        private final String url;

        RuleReference(String url) {
            this.url = url;
        }

        String url() {
            return url;
        }
    }
}
