//! [`mutations`]: facts with one thing changed, and which fact that is. Every change must be found, on
//! pages of each language and layout and in documents.

use proptest::prelude::*;
use proptest::sample::Index;
use xtask::docs_check::{
    Fact, Facts, Field, Finding, Format, Kind, KnownOperation, Outcome, Place, Pool, Rate,
    Statement, Value, check,
};

use super::document::{Dialect, document};
use super::language::LANGUAGES;
use super::page::{LAYOUTS, page};
use super::{contradictions, names, spec};

/// Facts with one thing changed.
struct Mutation {
    fact: Fact,
    facts: Facts,
}

/// The replacement of a fact.
#[derive(Debug, Clone)]
struct New {
    word: String,
    number: u32,
    index: usize,
}

fn new() -> impl Strategy<Value = New> {
    ("[a-z]{3,8}_[a-z]{3,8}", 101..100_000_u32, any::<usize>())
        .prop_map(|(word, number, index)| New { word, number, index })
}

fn fact(steps: &[&str]) -> Fact {
    Fact(steps.iter().map(ToString::to_string).collect())
}

/// All facts with one thing changed each.
fn mutations(facts: &Facts, new: &New) -> Vec<Mutation> {
    let mut mutations = Vec::new();
    let mut add = |steps: &[&str], change: &dyn Fn(&mut Facts)| {
        let mut changed = facts.clone();
        change(&mut changed);
        mutations.push(Mutation { fact: fact(steps), facts: changed });
    };
    let pool = facts.pool.value().unwrap();
    let other = if facts.method.value().unwrap() == "GET" { "POST" } else { "GET" };
    add(&["method"], &|facts| facts.method = Statement::spec(other.to_owned()));
    add(&["path"], &|facts| facts.path = Statement::spec(format!("/{}/data", new.word)));
    add(&["permission"], &|facts| {
        facts.permission = Statement::spec(vec![format!("{}.list", new.word)]);
    });
    add(&["pool"], &|facts| {
        facts.pool = Statement::spec(Pool { name: Some(new.word.clone()), ..pool.clone() });
    });
    add(&["pool"], &|facts| {
        let rate = Rate { limit: new.number.into(), window: 60 };
        facts.pool = Statement::spec(Pool { rates: vec![rate], ..pool.clone() });
    });
    add(&["deprecated"], &|facts| facts.deprecated = Statement::spec(true));
    add(&["servers"], &|facts| {
        facts.servers = Statement::spec(vec![format!("https://rest.{}.example", new.number)]);
    });
    parameter_mutations(facts, new, &mut mutations);
    let reply = facts.reply.value().unwrap();
    for (fact, reply) in value_mutations(&fact(&["reply"]), reply, new) {
        mutations.push(Mutation {
            fact,
            facts: Facts { reply: Statement::spec(reply), ..facts.clone() },
        });
    }
    mutations
}

fn parameter_mutations(facts: &Facts, new: &New, mutations: &mut Vec<Mutation>) {
    let parameters = facts.parameters.value().unwrap();
    let mut add = |steps: &[&str], change: &dyn Fn(&mut Vec<Field>)| {
        let mut changed = parameters.clone();
        change(&mut changed);
        let facts = Facts { parameters: Statement::spec(changed), ..facts.clone() };
        mutations.push(Mutation { fact: fact(steps), facts });
    };
    let first = new.index % parameters.len();
    let second = (first + 1) % parameters.len();
    add(&["parameters", &parameters[first].name], &|all| all.insert(second, all[first].clone()));
    add(&["parameters", &new.word], &|all| {
        let mut added = all[first].clone();
        added.name.clone_from(&new.word);
        all.insert(second, added);
    });
    for (index, parameter) in parameters.iter().enumerate() {
        let name = parameter.name.as_str();
        add(&["parameters", name], &|all| drop(all.remove(index)));
        add(&["parameters", name], &|all| all[index].name.clone_from(&new.word));
        add(&["parameters", name, "required"], &|all| {
            all[index].required = Statement::spec(parameter.required.value() == Some(&false));
        });
        add(&["parameters", name, "place"], &|all| all[index].place = Statement::spec(Place::Path));
        add(&["parameters", name, "type"], &|all| {
            all[index].value = other_type(&parameter.value, new);
        });
        let value = &parameter.value;
        if let Some(minimum) = value.minimum.value() {
            add(&["parameters", name, "minimum"], &|all| {
                all[index].value.minimum = Statement::spec(minimum + 1.0);
            });
        }
        if value.maximum.value().is_some() {
            let maximum = f64::from(new.number);
            add(&["parameters", name, "maximum"], &|all| {
                all[index].value.maximum = Statement::spec(maximum);
            });
        }
        if let Some(default) = value.default.value() {
            let other = match value.kind.value() {
                Some(Kind::Integer | Kind::Number) => new.number.to_string(),
                Some(Kind::Boolean) => (default != "true").to_string(),
                _ => new.word.clone(),
            };
            add(&["parameters", name, "default"], &|all| {
                all[index].value.default = Statement::spec(other.clone());
            });
        }
        if let Some(words) = value.words.value() {
            let place = new.index % words.len();
            let mut add = |change: &dyn Fn(&mut Vec<String>)| {
                let mut words = words.clone();
                change(&mut words);
                add(&["parameters", name, "enum"], &|all| {
                    all[index].value.words = Statement::spec(words.clone());
                });
            };
            add(&|words| words[place].clone_from(&new.word));
            add(&|words| words.push(new.word.clone()));
            add(&|words| drop(words.remove(place)));
        }
    }
}

/// A value of another type.
fn other_type(value: &Value, new: &New) -> Value {
    let text = |format| Value {
        format: Statement::spec(format),
        ..Value::with_kind(Statement::spec(Kind::Text))
    };
    let all = [
        Value::with_kind(Statement::spec(Kind::Integer)),
        Value::with_kind(Statement::spec(Kind::Number)),
        Value::with_kind(Statement::spec(Kind::Boolean)),
        text(Format::Plain),
        text(Format::Date),
        text(Format::DateTime),
    ];
    let others: Vec<_> = all
        .into_iter()
        .filter(|other| (&other.kind, &other.format) != (&value.kind, &value.format))
        .collect();
    others[new.index % others.len()].clone()
}

/// A reply with one thing changed in it, wherever that is.
fn value_mutations(at: &Fact, value: &Value, new: &New) -> Vec<(Fact, Value)> {
    let within = |step: &str| Fact(at.0.iter().cloned().chain([step.to_owned()]).collect());
    let mut mutations = Vec::new();
    if let Some(items) = &value.items {
        for (fact, items) in value_mutations(&within("[]"), items, new) {
            mutations.push((fact, Value { items: Some(Box::new(items)), ..value.clone() }));
        }
    }
    let Some(fields) = value.fields.value() else { return mutations };
    let mut add = |fact: Fact, change: &dyn Fn(&mut Vec<Field>)| {
        let mut fields = fields.clone();
        change(&mut fields);
        mutations.push((fact, Value { fields: Statement::spec(fields), ..value.clone() }));
    };
    add(within(&new.word), &|all| all.push(Field { name: new.word.clone(), ..all[0].clone() }));
    for (index, field) in fields.iter().enumerate().filter(|(_, field)| field.source.is_none()) {
        let at = within(&field.name);
        let deeper = |step: &str| Fact(at.0.iter().cloned().chain([step.to_owned()]).collect());
        let required = field.required.value() == Some(&true);
        if required {
            add(at.clone(), &|all| drop(all.remove(index)));
            add(at.clone(), &|all| all[index].name.clone_from(&new.word));
            add(deeper("nullable"), &|all| all[index].value.nullable = Statement::spec(true));
        }
        add(deeper("required"), &|all| all[index].required = Statement::spec(!required));
        match field.value.kind.value() {
            Some(Kind::Integer) => add(deeper("type"), &|all| {
                all[index].value = Value::with_kind(Statement::spec(Kind::Number));
            }),
            Some(Kind::Text) => add(deeper("type"), &|all| {
                all[index].value = Value::with_kind(Statement::spec(Kind::Integer));
            }),
            _ => {}
        }
        for (fact, inner) in value_mutations(&at, &field.value, new) {
            add(fact, &|all| all[index].value = inner.clone());
        }
    }
    mutations
}

/// Whatever shows on a page or in a document at all must be found; gives how much does.
fn assert_found(
    unchanged: &Facts,
    mutations: &[&Mutation],
    write: &dyn Fn(&Facts) -> String,
) -> usize {
    let unchanged = write(unchanged);
    let mut shown = 0;
    for mutation in mutations {
        let text = write(&mutation.facts);
        if text == unchanged {
            continue;
        }
        shown += 1;
        let outcome = check(spec(), "here", &text).remove(0);
        assert!(is_found(&mutation.fact, &outcome), "{} is not found in\n{text}", mutation.fact);
    }
    shown
}

fn is_found(changed: &Fact, outcome: &Outcome) -> bool {
    if names(&contradictions(outcome), changed) {
        return true;
    }
    if *changed == fact(&["servers"]) {
        // On a page the server is that of the example.
        return names(&contradictions(outcome), &fact(&["example", "server"]));
    }
    // A document that leaves the format out only says less.
    let format = |finding: &&Finding| finding.remark == "the format is not stated";
    outcome.findings.iter().filter(format).any(|finding| finding.fact == *changed)
}

/// The operations whose facts can be written down as a page in every layout.
fn plain() -> Vec<&'static KnownOperation> {
    spec().operations.iter().filter(|known| is_plain(&known.facts)).collect()
}

/// Returns `true` if there is a table of parameters that stays one without its first line, and the reply has
/// no maps, which the pages show in as many ways as there are pages.
fn is_plain(facts: &Facts) -> bool {
    fn has_maps(value: &Value) -> bool {
        let is_map = value.kind.value() == Some(&Kind::Object) && value.items.is_some();
        let within = value.fields.value().into_iter().flatten().map(|field| &field.value);
        is_map || within.chain(value.items.as_deref()).any(has_maps)
    }
    let parameters = facts.parameters.value().map_or(&[][..], Vec::as_slice);
    let in_query = parameters.iter().all(|field| field.place.value() == Some(&Place::Query));
    let reply = facts.reply.value().and_then(|reply| reply.fields.value());
    let has_message =
        |field: &Field| field.name == "message" && field.required.value() == Some(&true);
    let is_strict = reply.is_some_and(|fields| fields.iter().any(has_message));
    parameters.len() > 1 && in_query && is_strict && !facts.reply.value().is_some_and(has_maps)
}

#[test]
fn what_the_spec_says_is_found_equal_on_every_page() {
    for known in spec().operations.iter().filter(|known| is_plain(&known.facts)) {
        for language in &LANGUAGES {
            for layout in LAYOUTS {
                let text = page(&known.facts, language, layout);
                let outcomes = check(spec(), "here", &text);
                assert_eq!(outcomes[0].operation.as_deref(), Some(known.id.as_str()));
                let found = contradictions(&outcomes[0]);
                assert!(found.is_empty(), "{} {layout:?}\n{text}\n{found:?}", language.name);
            }
        }
    }
}

#[test]
fn what_the_spec_says_is_found_equal_in_every_document() {
    for known in spec().operations.iter().filter(|known| is_plain(&known.facts)) {
        for dialect in Dialect::ALL {
            let text = document(&known.facts, dialect);
            let found = check(spec(), "here", &text);
            let found = contradictions(&found[0]);
            assert!(found.is_empty(), "{dialect:?}\n{text}\n{found:?}");
        }
    }
}

#[test]
fn most_changes_show_on_a_page_and_in_a_document() {
    let new = New { word: "some_word".to_owned(), number: 5000, index: 1 };
    let known = spec().operations.iter().find(|known| known.id == "sessions.data_series");
    let facts = &known.unwrap().facts;
    let mutations = mutations(facts, &new);
    let all: Vec<_> = mutations.iter().collect();
    let on_page = assert_found(facts, &all, &|facts| page(facts, &LANGUAGES[0], LAYOUTS[1]));
    let in_document = assert_found(facts, &all, &|facts| document(facts, Dialect::V3_0));
    let all = all.len();
    insta::assert_snapshot!(format!(
        "{all} changes, {on_page} on a page, {in_document} in a document"
    ));
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]

    #[test]
    fn every_change_of_a_fact_is_found_on_a_page(
        new in new(),
        operation in any::<Index>(),
        language in 0..LANGUAGES.len(),
        layout in 0..LAYOUTS.len(),
    ) {
        let facts = &operation.get(&plain()).facts;
        let mutations = mutations(facts, &new);
        let all: Vec<_> = mutations.iter().collect();
        assert_found(facts, &all, &|facts| page(facts, &LANGUAGES[language], LAYOUTS[layout]));
    }

    #[test]
    fn every_change_of_a_fact_is_found_in_a_document(
        new in new(),
        operation in any::<Index>(),
        dialect in 0..Dialect::ALL.len(),
        some in prop::collection::vec(any::<Index>(), 6),
    ) {
        let facts = &operation.get(&plain()).facts;
        let mutations = mutations(facts, &new);
        let some: Vec<_> = some.iter().map(|index| index.get(&mutations)).collect();
        assert_found(facts, &some, &|facts| document(facts, Dialect::ALL[dialect]));
    }
}
