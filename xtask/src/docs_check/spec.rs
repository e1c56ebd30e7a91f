//! [`Spec`]: the facts of our own spec, from its lowered form.

use super::facts::{Facts, Field, Format, Kind, Place, Pool, Rate, Statement, Value};
use crate::spec::compile;
use crate::spec::diagnostic::Report;
use crate::spec::files::Files;
use crate::spec::ir::{
    self, Api, Bound, Definition, Operation, Output, Presence, Shape, Struct, Type,
};
use crate::spec::yaml;

/// The operations of a spec.
#[derive(Debug)]
pub struct Spec {
    /// All operations, by tag and name.
    pub operations: Vec<KnownOperation>,
}

/// An operation of the spec.
#[derive(Debug)]
pub struct KnownOperation {
    /// `sessions.data_series`
    pub id: String,
    /// The file that describes it.
    pub file: String,
    /// The facts of the spec.
    pub facts: Facts,
}

impl Spec {
    /// Reads a spec.
    ///
    /// # Errors
    ///
    /// All problems of the spec.
    pub fn load(files: &dyn Files, root: &str) -> Result<Self, Box<Report>> {
        let api = compile::read(files, root)?;
        let published = published(&files.read(root).unwrap_or_default());
        let operations = api.modules.iter().flat_map(|module| &module.operations);
        let known = operations.map(|operation| KnownOperation {
            id: operation.id.clone(),
            file: operation.file.clone(),
            facts: Reader { api: &api, operation, published: &published }.facts(),
        });
        Ok(Self { operations: known.collect() })
    }
}

/// The names of the vendor's published sources, which the checked files must agree with.
const PUBLISHED: [&str; 2] = ["documentation", "openapi"];

/// Returns the texts of these sources in a root document.
fn published(text: &str) -> Vec<String> {
    let node = yaml::parse_quietly(text);
    let named = node.as_ref().and_then(|node| node.get("x-braze-sources"));
    let texts = PUBLISHED.iter().filter_map(|name| named?.get(name)?.as_text());
    texts.map(str::to_owned).collect()
}

/// The maximum nesting of objects: a type may contain itself.
const MAX_DEPTH: usize = 8;

struct Reader<'a> {
    api: &'a Api,
    operation: &'a Operation,
    /// The texts of the sources that the vendor publishes.
    published: &'a [String],
}

impl Reader<'_> {
    fn facts(&self) -> Facts {
        let operation = self.operation;
        let output = match &operation.output {
            Output::One { ty, .. } => ty.as_ref(),
            Output::Several { replies, .. } => replies.iter().find_map(|reply| reply.ty.as_ref()),
        };
        let servers: Vec<_> =
            self.api.instances.iter().map(|it| format!("https://{}", it.host)).collect();
        Facts {
            method: Statement::spec(operation.method.as_str().to_owned()),
            path: Statement::spec(operation.template.clone()),
            permission: operation.permission.clone().map(|permission| vec![permission]).into(),
            pool: self.pool().into(),
            deprecated: Statement::spec(operation.deprecated),
            parameters: Statement::spec(self.parameters()),
            reply: output.map(|ty| self.value(ty, MAX_DEPTH)).into(),
            servers: Some(servers).filter(|servers| !servers.is_empty()).into(),
            ..Facts::default()
        }
    }

    fn pool(&self) -> Option<Pool> {
        let found = self.api.pools.iter().find(|pool| pool.constant == self.operation.pool)?;
        let rate = Rate { limit: found.limit.into(), window: found.window.into() };
        let (name, known_as) = (Some(found.name.clone()), found.known_as.clone());
        Some(Pool { name, known_as, rates: vec![rate] })
    }

    fn parameters(&self) -> Vec<Field> {
        let own = self.operation.parameters.iter().filter_map(|parameter| {
            let place = match parameter.place {
                ir::Place::Path => Place::Path,
                ir::Place::Query => Place::Query,
                // The vendor's tables leave them out.
                ir::Place::Header => return None,
            };
            let mut field = self.field(&parameter.field, MAX_DEPTH);
            field.place = Statement::spec(place);
            field.value.default = parameter.default.clone().into();
            Some(field)
        });
        let body = self.operation.body.as_ref().map(|body| self.value(&body.ty, MAX_DEPTH));
        let fields = match body.map(|body| body.fields) {
            Some(Statement::Known { value, .. }) => value,
            _ => Vec::new(),
        };
        let fields = fields.into_iter().map(|mut field| {
            field.place = Statement::spec(Place::Body);
            field
        });
        own.chain(fields).collect()
    }

    fn field(&self, field: &ir::Field, depth: usize) -> Field {
        let number = |bound: Bound| match bound {
            Bound::Integer(value) => value as f64,
            Bound::Decimal(value) => value,
        };
        let mut value = self.value(&field.ty, depth);
        value.minimum = field.bounds.min.map(number).into();
        value.maximum = field.bounds.max.map(number).into();
        value.shortest = field.bounds.shortest.map(u64::from).into();
        value.longest = field.bounds.longest.map(u64::from).into();
        // For an optional field, missing and `null` are equivalent here.
        value.nullable = match field.presence {
            Presence::Required => Statement::spec(false),
            Presence::Nullable | Presence::Removable => Statement::spec(true),
            Presence::Optional | Presence::Emptiable => Statement::Missing,
        };
        Field {
            required: Statement::spec(matches!(
                field.presence,
                Presence::Required | Presence::Nullable
            )),
            value,
            source: self.elsewhere(field.source.as_ref()),
            ..Field::new(field.wire.clone(), None)
        }
    }

    /// Returns the source of a fact, unless the vendor publishes it.
    fn elsewhere(&self, own: Option<&String>) -> Option<String> {
        let source = own.or(self.operation.source.as_ref());
        source.filter(|source| !self.published.contains(source)).cloned()
    }

    fn value(&self, ty: &Type, depth: usize) -> Value {
        let text = |format: Option<Format>| Value {
            format: format.into(),
            ..Value::with_kind(Statement::spec(Kind::Text))
        };
        let within = |kind, item: &Type| Value {
            items: Some(Box::new(self.value(item, depth.saturating_sub(1)))),
            ..Value::with_kind(Statement::spec(kind))
        };
        match ty {
            Type::Text | Type::Identifier | Type::Secret | Type::Message => {
                text(Some(Format::Plain))
            }
            Type::Date => text(Some(Format::Date)),
            Type::Timestamp => text(Some(Format::DateTime)),
            Type::LocalDateTime => text(Some(Format::LocalDateTime)),
            // The type reads any spelling of a date or a date-time.
            Type::SeriesTime => text(None),
            Type::Boolean => Value::with_kind(Statement::spec(Kind::Boolean)),
            Type::U32 | Type::U64 | Type::I64 => Value::with_kind(Statement::spec(Kind::Integer)),
            Type::F64 => Value::with_kind(Statement::spec(Kind::Number)),
            Type::Json | Type::File | Type::HandWritten(_) => {
                Value::with_kind(Statement::spec(Kind::Any))
            }
            Type::List(item) => within(Kind::List, item),
            Type::Map(item) => within(Kind::Object, item),
            Type::Named(named) => match &named.shape {
                Shape::Choice(words) => {
                    Value { words: Statement::spec(words.clone()), ..text(Some(Format::Plain)) }
                }
                Shape::Open => {
                    Value { words: self.words(&named.name).into(), ..text(Some(Format::Plain)) }
                }
                Shape::Struct => {
                    let found = self.structure(&named.name);
                    let fields = found.filter(|_| depth > 0).map(|found| {
                        found.fields.iter().map(|field| self.field(field, depth - 1)).collect()
                    });
                    Value {
                        fields: fields.into(),
                        lenient: found.is_some_and(|found| found.extra.is_some()),
                        ..Value::with_kind(Statement::spec(Kind::Object))
                    }
                }
            },
        }
    }

    fn definitions(&self) -> impl Iterator<Item = &Definition> {
        self.operation.definitions.iter().chain(&self.api.components)
    }

    fn structure(&self, name: &str) -> Option<&Struct> {
        self.definitions().find_map(|definition| match definition {
            Definition::Struct(found) if found.name == name => Some(&**found),
            _ => None,
        })
    }

    fn words(&self, name: &str) -> Option<Vec<String>> {
        self.definitions().find_map(|definition| match definition {
            Definition::Words(found) if found.name == name => {
                Some(found.words.iter().map(|(word, _)| word.clone()).collect())
            }
            _ => None,
        })
    }
}
