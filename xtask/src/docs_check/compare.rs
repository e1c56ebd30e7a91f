//! [`compare`]: compares the facts of the spec with those of the vendor, one by one.

use std::fmt::Display;

use super::facts::{Example, Facts, Field, Format, Kind, Place, Pool, Statement, Value, list};
use super::finding::{Fact, Finding, Verdict};

/// Compares the facts of an operation. The findings contain each fact that at least one side states.
#[must_use]
pub fn compare(spec: &Facts, vendor: &Facts) -> Vec<Finding> {
    let mut comparison = Comparison::default();
    comparison.compare_equal(&Fact::new("method"), &spec.method, &vendor.method);
    comparison.path(&spec.path, &vendor.path);
    comparison.permission(&spec.permission, &vendor.permission);
    comparison.pool(&spec.pool, &vendor.pool);
    if [spec, vendor].iter().any(|facts| facts.deprecated.value() == Some(&true)) {
        comparison.compare_equal(&Fact::new("deprecated"), &spec.deprecated, &vendor.deprecated);
    }
    comparison.parameters(&spec.parameters, &vendor.parameters);
    comparison.reply(&spec.reply, &vendor.reply);
    comparison.servers(&spec.servers, &vendor.servers);
    comparison.example(spec, &vendor.example);
    for unread in &vendor.unread {
        let fact = Fact::new("document");
        comparison.add(&fact, Verdict::Contradiction, "", "", unread.line, &unread.text);
    }
    for note in &vendor.notes {
        comparison.add(&Fact::new("document"), Verdict::Note, "", "", note.line, &note.text);
    }
    comparison.findings
}

/// Returns `true` if no facts of two parameters contradict each other.
pub(crate) fn same_field(spec: &Field, vendor: &Field) -> bool {
    let mut comparison = Comparison::default();
    comparison.field(&Fact::new(&spec.name), spec, vendor);
    comparison.findings.iter().all(|finding| finding.verdict != Verdict::Contradiction)
}

/// A parameter of old pages: the key, which is in a header now.
const OLD_KEY: &str = "api_key";

#[derive(Default)]
struct Comparison {
    findings: Vec<Finding>,
    /// The source of the current field in the spec, if it is not the vendor's pages.
    source: Option<String>,
    /// `true` in replies, whose descriptions are often incomplete: a missing fact is not reported there.
    in_reply: bool,
    /// `true` within an object of a reply that the spec reads leniently: it may promise less than the vendor.
    lenient: bool,
}

impl Comparison {
    fn push(&mut self, mut finding: Finding) {
        if let (Verdict::Contradiction, Some(source)) = (finding.verdict, &self.source) {
            finding.verdict = Verdict::Known;
            finding.remark = format!("the spec uses another source: {source}");
        }
        self.findings.push(finding);
    }

    fn add(
        &mut self,
        fact: &Fact,
        verdict: Verdict,
        spec: impl Into<String>,
        vendor: impl Into<String>,
        line: Option<usize>,
        remark: &str,
    ) {
        self.push(Finding {
            fact: fact.clone(),
            verdict,
            spec: spec.into(),
            vendor: vendor.into(),
            line,
            remark: remark.to_owned(),
        });
    }

    /// Compares a fact for equality.
    fn compare_equal<T: PartialEq + Display>(
        &mut self,
        fact: &Fact,
        spec: &Statement<T>,
        vendor: &Statement<T>,
    ) {
        self.compare_by(fact, spec, vendor, |spec, vendor| spec == vendor, ToString::to_string);
    }

    fn compare_by<T>(
        &mut self,
        fact: &Fact,
        spec: &Statement<T>,
        vendor: &Statement<T>,
        equal: impl FnOnce(&T, &T) -> bool,
        show: impl Fn(&T) -> String,
    ) {
        let ours = spec.value().map(&show).unwrap_or_default();
        let line = vendor.line();
        match (spec.value(), vendor) {
            (None, Statement::Missing) => {}
            (Some(_), Statement::Missing) if self.in_reply => {}
            (_, Statement::Unclear { text, .. }) => {
                self.add(fact, Verdict::Contradiction, ours, text, line, "not understood");
            }
            (Some(_), Statement::Missing) => {
                self.add(fact, Verdict::Note, ours, "", line, "not stated");
            }
            (None, Statement::Known { value, .. }) => {
                let remark = "not in the spec";
                self.add(fact, Verdict::Contradiction, "", show(value), line, remark);
            }
            (Some(own), Statement::Known { value, .. }) => {
                let equal = equal(own, value);
                let verdict = if equal { Verdict::Equal } else { Verdict::Contradiction };
                self.add(fact, verdict, ours, show(value), line, "");
            }
        }
    }

    /// Compares paths. The spelling of placeholders may differ.
    fn path(&mut self, spec: &Statement<String>, vendor: &Statement<String>) {
        let plain = |path: &String| normal_path(path);
        self.compare_by(
            &Fact::new("path"),
            spec,
            vendor,
            |a, b| plain(a) == plain(b),
            Clone::clone,
        );
    }

    /// Compares permissions. Prose may name several: one of them must be ours.
    fn permission(&mut self, spec: &Statement<Vec<String>>, vendor: &Statement<Vec<String>>) {
        let shared = |a: &Vec<String>, b: &Vec<String>| b.iter().any(|named| a.contains(named));
        self.compare_by(&Fact::new("permission"), spec, vendor, shared, |names| list(names));
    }

    fn pool(&mut self, spec: &Statement<Pool>, vendor: &Statement<Pool>) {
        let equal = |own: &Pool, theirs: &Pool| match &theirs.name {
            Some(name) if own.name.is_some() => own.is_known_as(name),
            _ => theirs.rates.iter().any(|rate| own.rates.contains(rate)),
        };
        self.compare_by(&Fact::new("pool"), spec, vendor, equal, ToString::to_string);
    }

    fn parameters(&mut self, spec: &Statement<Vec<Field>>, vendor: &Statement<Vec<Field>>) {
        let own = spec.value().map_or(&[][..], Vec::as_slice);
        let Some(theirs) = vendor.value() else {
            if !own.is_empty() {
                // A page without its table was not read, unless no parameter is required.
                let required = |field: &Field| field.required.value() == Some(&true);
                let verdict = match own.iter().any(required) {
                    true => Verdict::Contradiction,
                    false => Verdict::Note,
                };
                let names: Vec<_> = own.iter().map(|field| &field.name).collect();
                let fact = Fact::new("parameters");
                self.add(&fact, verdict, list(&names), "", None, "not stated");
            }
            return;
        };
        self.repeated(theirs);
        self.fields(&Fact::new("parameters"), own, theirs, true);
    }

    /// Reports names that appear twice.
    fn repeated(&mut self, fields: &[Field]) {
        for (index, field) in fields.iter().enumerate() {
            let same = |other: &&Field| {
                other.name == field.name && other.place.value() == field.place.value()
            };
            if fields[..index].iter().any(|other| same(&other)) {
                let fact = Fact::new("parameters").within(&field.name);
                let verdict = Verdict::Contradiction;
                self.add(&fact, verdict, "", &field.name, field.line, "listed twice");
            }
        }
    }

    /// Compares the fields of both sides. A complete list of the vendor must contain ours.
    fn fields(&mut self, owner: &Fact, spec: &[Field], vendor: &[Field], complete: bool) {
        for own in spec {
            let fact = owner.within(&own.name);
            let Some(theirs) = vendor.iter().find(|field| field.name == own.name) else {
                let required = own.required.value() == Some(&true);
                let verdict =
                    if complete || required { Verdict::Contradiction } else { Verdict::Note };
                self.add(&fact, verdict, summary(own), "", None, "missing");
                continue;
            };
            self.field(&fact, own, theirs);
        }
        for theirs in vendor {
            if !spec.iter().any(|own| own.name == theirs.name) {
                let fact = owner.within(&theirs.name);
                let (verdict, remark) = match theirs.name.as_str() {
                    OLD_KEY if !self.in_reply => (Verdict::Note, "the key is in a header"),
                    _ => (Verdict::Contradiction, "not in the spec"),
                };
                self.add(&fact, verdict, "", summary(theirs), theirs.line, remark);
            }
        }
    }

    fn field(&mut self, fact: &Fact, spec: &Field, vendor: &Field) {
        self.add(fact, Verdict::Equal, &spec.name, &vendor.name, vendor.line, "");
        self.source.clone_from(&spec.source);
        if !vendor.place.is_missing() {
            self.compare_equal(&fact.within("place"), &spec.place, &vendor.place);
        }
        let show = |required: &bool| if *required { "required" } else { "optional" }.to_owned();
        let name = fact.within("required");
        match (spec.required.value(), vendor.required.value()) {
            (Some(false), Some(true)) if self.lenient => {
                let line = vendor.required.line();
                let remark = "the spec does without it";
                self.add(&name, Verdict::Note, show(&false), show(&true), line, remark);
            }
            _ => self.compare_by(&name, &spec.required, &vendor.required, bool::eq, show),
        }
        self.value(fact, &spec.value, &vendor.value);
        self.source = None;
    }

    fn value(&mut self, fact: &Fact, spec: &Value, vendor: &Value) {
        if spec.kind.value() == Some(&Kind::Any) {
            return;
        }
        self.value_type(&fact.within("type"), spec, vendor);
        // With different types the other constraints cannot be compared.
        if spec.kind.value() != vendor.kind.value()
            && vendor.kind.value().is_some_and(|it| *it != Kind::Any)
        {
            return;
        }
        if spec.nullable.value().is_some() && !vendor.nullable.is_missing() {
            self.compare_equal(&fact.within("nullable"), &spec.nullable, &vendor.nullable);
        }
        self.compare_equal(&fact.within("minimum"), &spec.minimum, &vendor.minimum);
        self.compare_equal(&fact.within("maximum"), &spec.maximum, &vendor.maximum);
        self.compare_equal(&fact.within("shortest"), &spec.shortest, &vendor.shortest);
        self.compare_equal(&fact.within("longest"), &spec.longest, &vendor.longest);
        self.compare_equal(&fact.within("default"), &spec.default, &vendor.default);
        self.words(&fact.within("enum"), &spec.words, &vendor.words);
        self.within(fact, spec, vendor);
    }

    fn words(
        &mut self,
        fact: &Fact,
        spec: &Statement<Vec<String>>,
        vendor: &Statement<Vec<String>>,
    ) {
        if let (None, Some([word])) = (spec.value(), vendor.value().map(Vec::as_slice)) {
            // The word is code in a sentence, but a single word is not a choice.
            self.add(fact, Verdict::Note, "", word, vendor.line(), "perhaps an allowed value");
            return;
        }
        let sorted = |words: &Vec<String>| {
            let mut words = words.clone();
            words.sort();
            words
        };
        let same = |a: &Vec<String>, b: &Vec<String>| sorted(a) == sorted(b);
        self.compare_by(fact, spec, vendor, same, |words| list(words));
    }

    /// Compares items and fields that both sides have.
    fn within(&mut self, fact: &Fact, spec: &Value, vendor: &Value) {
        if let (Some(own), Some(theirs)) = (&spec.items, &vendor.items) {
            let suffix = if spec.kind.value() == Some(&Kind::List) { "[]" } else { "{}" };
            self.value(&fact.within(suffix), own, theirs);
        }
        let source = self.source.take();
        let lenient = std::mem::replace(&mut self.lenient, self.in_reply && spec.lenient);
        match (spec.fields.value(), vendor.fields.value()) {
            (Some(own), Some(theirs)) => self.fields(fact, own, theirs, false),
            (Some(_), None) if vendor.kind.value() == Some(&Kind::Object) => {
                let remark = "the fields are not stated";
                self.add(&fact.within("fields"), Verdict::Note, "", "", vendor.kind.line(), remark);
            }
            (None, Some(theirs)) => {
                if let (Some(Kind::Object), Some(own)) = (spec.kind.value(), &spec.items) {
                    self.entries(fact, own, theirs);
                }
            }
            _ => {}
        }
        self.source = source;
        self.lenient = lenient;
    }

    /// Compares the fields that the vendor lists where the spec has a map.
    fn entries(&mut self, fact: &Fact, spec: &Value, vendor: &[Field]) {
        let names: Vec<_> = vendor.iter().map(|field| field.name.as_str()).collect();
        let line = vendor.first().and_then(|field| field.line);
        let remark = "the spec allows any key here";
        self.add(&fact.within("fields"), Verdict::Note, "", list(&names), line, remark);
        for field in vendor {
            self.value(&fact.within(&field.name), spec, &field.value);
        }
    }

    fn value_type(&mut self, fact: &Fact, spec: &Value, vendor: &Value) {
        let line = vendor.kind.line();
        let ours = shown_type(spec);
        let theirs = shown_type(vendor);
        let (Some(own), Some(said)) = (spec.kind.value(), vendor.kind.value()) else {
            self.compare_equal(fact, &spec.kind, &vendor.kind);
            return;
        };
        if *said == Kind::Any {
            self.add(fact, Verdict::Note, ours, "", line, "not stated");
            return;
        }
        let (verdict, remark) = match (spec.format.value(), vendor.format.value()) {
            _ if own != said => (Verdict::Contradiction, ""),
            (None, _) => (Verdict::Equal, ""),
            (Some(Format::Plain), None) => (Verdict::Equal, ""),
            (Some(_), None) => (Verdict::Note, "the format is not stated"),
            (Some(Format::Plain), Some(Format::Other(_))) => {
                (Verdict::Note, "the spec cannot express this format")
            }
            (
                Some(Format::Plain),
                Some(Format::Date | Format::DateTime | Format::LocalDateTime),
            ) if self.lenient => (Verdict::Note, "the spec reads any text"),
            (Some(Format::LocalDateTime), Some(Format::DateTime)) => {
                (Verdict::Note, "the offset is not stated")
            }
            (Some(a), Some(b)) if a == b => (Verdict::Equal, ""),
            (Some(_), Some(_)) => (Verdict::Contradiction, ""),
        };
        self.add(fact, verdict, ours, theirs, line, remark);
    }

    fn reply(&mut self, spec: &Statement<Value>, vendor: &Statement<Value>) {
        match (spec.value(), vendor.value()) {
            (Some(own), Some(theirs)) => {
                self.in_reply = true;
                self.value(&Fact::new("reply"), own, theirs);
                self.in_reply = false;
            }
            (Some(_), None) => {
                self.add(
                    &Fact::new("reply"),
                    Verdict::Note,
                    "described",
                    "",
                    vendor.line(),
                    "not stated",
                );
            }
            (None, Some(_)) => {
                let remark = "the spec has no body here";
                self.add(
                    &Fact::new("reply"),
                    Verdict::Contradiction,
                    "",
                    "described",
                    vendor.line(),
                    remark,
                );
            }
            (None, None) => {}
        }
    }

    /// Compares servers. One that the spec lacks is a contradiction; one that the vendor omits is not, since
    /// its lists are often partial.
    fn servers(&mut self, spec: &Statement<Vec<String>>, vendor: &Statement<Vec<String>>) {
        let (Some(own), Some(theirs)) = (spec.value(), vendor.value()) else { return };
        let line = vendor.line();
        for server in theirs {
            let known = own.contains(server);
            let verdict = if known { Verdict::Equal } else { Verdict::Contradiction };
            let ours = if known { server.as_str() } else { "" };
            let remark = if known { "" } else { "not in the spec" };
            self.add(&Fact::new("servers"), verdict, ours, server, line, remark);
        }
        let left_out: Vec<_> = own.iter().filter(|server| !theirs.contains(server)).collect();
        if !left_out.is_empty() {
            self.add(&Fact::new("servers"), Verdict::Note, list(&left_out), "", line, "not listed");
        }
    }

    /// Compares the example request. Its path may fill in placeholders, its query may be a part of ours.
    fn example(&mut self, spec: &Facts, example: &Example) {
        if !example.method.is_missing() {
            self.compare_equal(
                &Fact::new("example").within("method"),
                &spec.method,
                &example.method,
            );
        }
        if !example.path.is_missing() {
            self.compare_by(
                &Fact::new("example").within("path"),
                &spec.path,
                &example.path,
                |a, b| fills(a, b),
                Clone::clone,
            );
        }
        if let (Some(servers), Some(server)) = (spec.servers.value(), example.server.value())
            && !is_placeholder(server)
        {
            let verdict =
                if servers.contains(server) { Verdict::Equal } else { Verdict::Contradiction };
            let ours = if verdict == Verdict::Equal { server.as_str() } else { "" };
            self.add(
                &Fact::new("example").within("server"),
                verdict,
                ours,
                server,
                example.server.line(),
                "",
            );
        }
        if let Some(names) = example.query.value() {
            let own = spec.parameters.value().map_or(&[][..], Vec::as_slice);
            let in_query =
                |field: &&Field| field.place.value().is_some_and(|place| *place == Place::Query);
            let own: Vec<_> = own.iter().filter(in_query).collect();
            let known =
                |name: &String| name == OLD_KEY || own.iter().any(|field| field.name == *name);
            let missing = own
                .iter()
                .any(|field| field.required.value() == Some(&true) && !names.contains(&field.name));
            let ours: Vec<_> = own.iter().map(|field| field.name.as_str()).collect();
            let (verdict, remark) = if !names.iter().all(known) {
                (Verdict::Contradiction, "not all of them are in the spec")
            } else if missing {
                (Verdict::Note, "a required parameter is missing")
            } else {
                (Verdict::Equal, "")
            };
            let line = example.query.line();
            self.add(
                &Fact::new("example").within("query"),
                verdict,
                list(&ours),
                list(names),
                line,
                remark,
            );
        }
    }
}

/// Returns a path with uniform placeholders.
pub(super) fn normal_path(path: &str) -> String {
    let pieces = path.trim_end_matches('/').split('/').map(|piece| {
        let placeholder = piece.starts_with([':', '<', '$']) || piece.contains(['{', '}']);
        if placeholder { "{}" } else { piece }
    });
    pieces.collect::<Vec<_>>().join("/")
}

/// Returns `true` if a path is a template with values filled in.
fn fills(template: &str, path: &str) -> bool {
    let template = normal_path(template);
    let pieces: Vec<_> = template.split('/').collect();
    let filled: Vec<_> = path.trim_end_matches('/').split('/').collect();
    pieces.len() == filled.len()
        && pieces.iter().zip(filled).all(|(piece, filled)| *piece == "{}" || *piece == filled)
}

/// Returns `true` for a base URL that the reader must replace.
pub(super) fn is_placeholder(server: &str) -> bool {
    let host = server.split_once("://").map_or(server, |(_, host)| host);
    host.is_empty()
        || host.contains(['{', '<', '[', '$', '_', '%'])
        || host.bytes().any(|byte| byte.is_ascii_uppercase())
}

fn shown_type(value: &Value) -> String {
    let Some(kind) = value.kind.value() else { return String::new() };
    match value.format.value() {
        Some(format) if *format != Format::Plain => {
            format!("{kind}, {format}")
        }
        _ => kind.to_string(),
    }
}

/// Summarises a field that the other side lacks.
fn summary(field: &Field) -> String {
    let required = match field.required.value() {
        Some(true) => "required",
        Some(false) => "optional",
        None => "",
    };
    let words = [required.to_owned(), shown_type(&field.value)];
    let words: Vec<_> = words.into_iter().filter(|word| !word.is_empty()).collect();
    if words.is_empty() { field.name.clone() } else { words.join(" ") }
}
