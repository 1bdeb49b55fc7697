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
}
