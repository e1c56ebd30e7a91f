//! Rules that hold if a field has a certain value, and the cases of the safety of repeating.

use super::lowering::Lower;
use crate::spec::diagnostic::Diagnostic;
use crate::spec::ir::{
    Body, Definition, Field, HandWritten, Item, ItemPart, Method, Named, Replay, ReplayCase, Rule,
    Shape, Type, When, WhenValues,
};
use crate::spec::model::{self, At};
use crate::spec::names;
use crate::spec::yaml::{Kind, Node};

impl Lower<'_> {
    /// A rule with a condition on the value of a field.
    pub(super) fn when(
        &mut self,
        rule: &model::Rule,
        owner: &str,
        fields: &[&Field],
    ) -> Option<Rule> {
        let when = rule.when.as_ref()?;
        let unfit = [
            rule.at_most_one.is_some(),
            rule.exactly_one.is_some(),
            rule.together.is_some(),
            rule.requires.is_some(),
            rule.max_items.is_some(),
            rule.fields.is_some(),
        ];
        let consequences = [&rule.required, &rule.forbidden, &rule.at_least_one];
        if unfit.contains(&true) || consequences.iter().all(|names| names.is_none()) {
            self.push(
                Diagnostic::new("bad-rule", rule.span, "`when` stands with its consequences alone")
                    .help("write `is`, and `required`, `forbidden` or `at-least-one`"),
            );
            return None;
        }
        let Some(is) = &rule.is else {
            self.push(Diagnostic::new("bad-rule", when.span, "`when` needs the values of `is`"));
            return None;
        };
        let named = consequences.into_iter().flatten().flatten();
        for name in named.chain([when]) {
            if !fields.iter().any(|field| field.wire == name.value) {
                let known: Vec<_> = fields.iter().map(|field| field.wire.as_str()).collect();
                self.no_field(name.span, &name.value, owner, &known);
                return None;
            }
        }
        let field = fields.iter().find(|field| field.wire == when.value)?;
        let (values, or_absent) = self.when_values(is, field)?;
        let plain = |names: &Option<Vec<At<String>>>| {
            names.iter().flatten().map(|name| name.value.clone()).collect::<Vec<_>>()
        };
        Some(Rule::When(When {
            field: when.value.clone(),
            values,
            or_absent,
            required: plain(&rule.required),
            forbidden: plain(&rule.forbidden),
            at_least_one: plain(&rule.at_least_one),
        }))
    }

    /// The values of a condition, and `true` if the default of the field is one of them.
    fn when_values(&mut self, is: &Node, field: &Field) -> Option<(WhenValues, bool)> {
        let nodes = match &is.kind {
            Kind::List(items) => items.as_slice(),
            _ => std::slice::from_ref(is),
        };
        let default = field.default.as_ref();
        match (&field.ty, nodes) {
            (Type::Boolean, [Node { kind: Kind::Bool(value), .. }]) => {
                let default =
                    default.map(|node| matches!(node.kind, Kind::Bool(it) if it == *value));
                Some((WhenValues::Boolean(*value), default.unwrap_or_default()))
            }
            (Type::Named(Named { shape: Shape::Choice(known), .. }), nodes) => {
                let mut words = Vec::new();
                for node in nodes {
                    let word = node.as_text().filter(|word| known.iter().any(|it| it == word));
                    let Some(word) = word else {
                        let message = format!("`{}` has no such value", field.wire);
                        self.push(Diagnostic::new("bad-rule", node.span, message));
                        return None;
                    };
                    words.push((word.to_owned(), names::type_name(word)?));
                }
                let default = default.and_then(Node::as_text);
                let or_absent = words.iter().any(|(word, _)| Some(word.as_str()) == default);
                Some((WhenValues::Words(words), or_absent))
            }
            _ => {
                let message = format!("`{}` cannot be compared with this", field.wire);
                self.push(Diagnostic::new("bad-rule", is.span, message).help(
                    "name a boolean and `true` or `false`, or a field with words and some of them",
                ));
                None
            }
        }
    }

    /// The safety of repeating a request: that of the last case, and the cases before it.
    pub(super) fn replay(
        &mut self,
        operation: &model::Operation,
        method: Method,
        body: Option<&Body>,
        definitions: &[Definition],
    ) -> (Replay, Vec<(ReplayCase, Replay)>) {
        let cases = match &operation.replay {
            Some(model::ReplayCases::One(class)) => return (class_of(*class), Vec::new()),
            Some(model::ReplayCases::Cases(cases)) => cases,
            None => return (usual(method), Vec::new()),
        };
        let (mut known, mut last) = (Vec::new(), None);
        for (index, case) in cases.iter().enumerate() {
            let is_last = index + 1 == cases.len();
            let condition = match (&case.when, &case.adds) {
                (None, None) if is_last => {
                    last = Some(class_of(case.class));
                    continue;
                }
                (Some(name), None) if !is_last => self.body_field(name, body, definitions),
                (None, Some(name)) if !is_last => self.adding_field(name, body, definitions),
                _ => {
                    self.push(
                        Diagnostic::new("bad-replay", case.span, "this case can never be told")
                            .help("write `when` or `adds` in every case but the last, which has neither"),
                    );
                    None
                }
            };
            if let Some((field, is_adding)) = condition {
                let case_of = if is_adding { ReplayCase::Adds } else { ReplayCase::When };
                known.push((case_of(field), class_of(case.class)));
            }
        }
        (last.unwrap_or(Replay::Unsafe), known)
    }

    /// Returns a field of the body, and `false`, since it adds to nothing.
    pub(super) fn body_field(
        &mut self,
        name: &At<String>,
        body: Option<&Body>,
        definitions: &[Definition],
    ) -> Option<(Field, bool)> {
        let object = match body.map(|body| &body.ty) {
            Some(Type::Named(named)) => self.object_named(&named.name, definitions),
            _ => None,
        };
        let fields = object.map(|object| object.fields.clone()).unwrap_or_default();
        let found = fields.iter().find(|field| field.wire == name.value).cloned();
        if found.is_none() {
            let known: Vec<_> = fields.iter().map(|field| field.wire.as_str()).collect();
            self.no_field(name.span, &name.value, "the body", &known);
        }
        Some((found?, false))
    }

    fn adding_field(
        &mut self,
        name: &At<String>,
        body: Option<&Body>,
        definitions: &[Definition],
    ) -> Option<(Field, bool)> {
        let (field, _) = self.body_field(name, body, definitions)?;
        let is_changed = |item: &Item| match item.ty {
            Type::HandWritten(HandWritten::CatalogItem(part)) => {
                matches!(part, ItemPart::Changes | ItemPart::FieldChanges)
            }
            _ => false,
        };
        if matches!(&field.ty, Type::List(item) if is_changed(item)) {
            return Some((field, true));
        }
        let object = match &field.ty {
            Type::List(item) => match &item.ty {
                Type::Named(named) => self.object_named(&named.name, definitions),
                _ => None,
            },
            _ => None,
        };
        let extra = object.and_then(|object| object.extra.as_ref());
        let adds = extra.is_some_and(|it| it.ty == Type::HandWritten(HandWritten::AttributeValue));
        if !adds {
            let message = format!("`{}` holds no values that add to others", name.value);
            self.push(Diagnostic::new("bad-replay", name.span, message));
        }
        adds.then_some((field, true))
    }
}

fn class_of(class: model::Replay) -> Replay {
    match class {
        model::Replay::Read => Replay::Safe,
        model::Replay::Set | model::Replay::SendDedup => Replay::Idempotent,
        model::Replay::Add
        | model::Replay::Send
        | model::Replay::Create
        | model::Replay::Destroy => Replay::Unsafe,
    }
}

fn usual(method: Method) -> Replay {
    match method {
        Method::Get => Replay::Safe,
        Method::Put | Method::Delete => Replay::Idempotent,
        Method::Post | Method::Patch => Replay::Unsafe,
    }
}
