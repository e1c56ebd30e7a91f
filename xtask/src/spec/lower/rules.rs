//! Rules on several fields together.

use super::lowering::Lower;
use crate::spec::diagnostic::Diagnostic;
use crate::spec::ir::{Field, Rule, Type};
use crate::spec::model::{self, At};

impl Lower<'_> {
    /// The rules of an operation's parameters, or of the fields of a body.
    pub(super) fn rules(
        &mut self,
        rules: Option<&[model::Rule]>,
        owner: &str,
        fields: &[&Field],
    ) -> Vec<Rule> {
        let rules = rules.unwrap_or_default().iter();
        rules.filter_map(|rule| self.rule(rule, owner, fields)).collect()
    }

    fn rule(&mut self, rule: &model::Rule, owner: &str, fields: &[&Field]) -> Option<Rule> {
        let kinds = [
            rule.at_least_one.is_some(),
            rule.at_most_one.is_some(),
            rule.exactly_one.is_some(),
            rule.together.is_some(),
            rule.requires.is_some(),
            rule.max_items.is_some(),
        ];
        if rule.when.is_some() {
            return self.when(rule, owner, fields);
        }
        if let Some(misplaced) = [&rule.required, &rule.forbidden].into_iter().flatten().next() {
            let span = misplaced.first().map_or(rule.span, |name| name.span);
            let message = "`required` and `forbidden` belong to `when`";
            self.push(Diagnostic::new("bad-rule", span, message));
            return None;
        }
        if kinds.iter().filter(|is_given| **is_given).count() != 1 {
            self.push(
                Diagnostic::new("bad-rule", rule.span, "a rule says one thing").help(
                    "write one of `at-least-one`, `at-most-one`, `exactly-one`, `together`, `requires`, `max-items`, `when`",
                ),
            );
            return None;
        }
        let has_fields = rule.requires.is_some() || rule.max_items.is_some();
        if rule.fields.is_some() != has_fields {
            self.push(
                Diagnostic::new(
                    "bad-rule",
                    rule.span,
                    "`fields` belongs to `requires` and `max-items`",
                )
                .help("of the other rules, the fields are the value itself"),
            );
            return None;
        }
        let lists = [
            &rule.at_least_one,
            &rule.at_most_one,
            &rule.exactly_one,
            &rule.together,
            &rule.fields,
        ];
        let named = lists.into_iter().flatten().flatten();
        for name in named.chain(&rule.requires) {
            let Some(field) = fields.iter().find(|field| field.wire == name.value) else {
                let known: Vec<_> = fields.iter().map(|field| field.wire.as_str()).collect();
                self.no_field(name.span, &name.value, owner, &known);
                return None;
            };
            if rule.max_items.is_some() && !matches!(field.ty, Type::List(_)) {
                let message = format!("`{}` is not a list", name.value);
                self.push(Diagnostic::new("bad-rule", name.span, message));
                return None;
            }
        }
        let plain = |names: &Option<Vec<At<String>>>| {
            names
                .as_ref()
                .map(|names| names.iter().map(|name| name.value.clone()).collect::<Vec<_>>())
        };
        let others = plain(&rule.fields).unwrap_or_default();
        plain(&rule.at_least_one)
            .map(Rule::AtLeastOne)
            .or_else(|| plain(&rule.at_most_one).map(Rule::AtMostOne))
            .or_else(|| plain(&rule.exactly_one).map(Rule::ExactlyOne))
            .or_else(|| plain(&rule.together).map(Rule::Together))
            .or_else(|| {
                let field = rule.requires.as_ref()?.value.clone();
                Some(Rule::Requires { field, others: others.clone() })
            })
            .or_else(|| {
                Some(Rule::MaxItems { max: rule.max_items.as_ref()?.value, lists: others.clone() })
            })
    }
}
