//! [`Sample`]: the request of an example, as an expression in Rust.

use std::collections::BTreeSet;

use crate::spec::ir::{Exchange, Home, Module, Operation, Parameter, Presence, Type};
use crate::spec::names;

/// A request as an expression.
#[derive(Debug)]
pub(crate) struct Sample {
    /// The names of the core that the expression uses.
    pub(crate) imports: BTreeSet<String>,
    /// A call of `new`, and one setter per line.
    pub(crate) expression: String,
    /// `true` if the expression contains a `?`.
    pub(crate) fallible: bool,
}

impl Sample {
    /// Builds the request of an example, if all its values can be written in Rust.
    pub(crate) fn from_exchange(
        module: &Module,
        it: &Operation,
        exchange: &Exchange,
    ) -> Option<Self> {
        if exchange.body.is_some() {
            return None;
        }
        let mut sample = Self {
            imports: BTreeSet::from([module.name.clone()]),
            expression: format!("{}::{}::new(", module.name, it.request),
            fallible: false,
        };
        let required = |parameter: &&Parameter| parameter.field.presence == Presence::Required;
        let mut arguments = Vec::new();
        for parameter in it.parameters.iter().filter(required) {
            arguments.push(sample.value(module, parameter, example_value(exchange, parameter)?)?);
        }
        sample.expression.push_str(&format!("{})", arguments.join(", ")));
        for parameter in it.parameters.iter().filter(|parameter| !required(parameter)) {
            if let Some(text) = example_value(exchange, parameter) {
                let value = sample.value(module, parameter, text)?;
                sample.expression.push_str(&format!("\n    .{}({value})", parameter.field.ident));
            }
        }
        Some(sample)
    }

    fn value(
        &mut self,
        module: &Module,
        parameter: &Parameter,
        texts: &[String],
    ) -> Option<String> {
        let text = texts.first()?;
        Some(match &parameter.field.ty {
            Type::List(item) if matches!(item.ty, Type::Text | Type::Identifier) => {
                format!("{texts:?}")
            }
            Type::Date => {
                self.imports.insert("chrono".to_owned());
                let parts: Vec<u32> = text.split('-').filter_map(|it| it.parse().ok()).collect();
                let [year, month, day] = parts.as_slice() else { return None };
                format!(
                    "chrono::NaiveDate::from_ymd_opt({year}, {month}, {day}).unwrap_or_default()"
                )
            }
            Type::Text | Type::Identifier => format!("{text:?}"),
            Type::Timestamp => {
                self.fallible = true;
                self.imports.insert("Timestamp".to_owned());
                format!("{text:?}.parse::<Timestamp>()?")
            }
            Type::LocalDateTime => {
                self.fallible = true;
                self.imports.insert("chrono".to_owned());
                format!("{text:?}.parse::<chrono::NaiveDateTime>()?")
            }
            Type::Named(named) if named.home == Home::Components => {
                self.imports.insert(named.name.clone());
                format!("{}::{}", named.name, names::pascal(text))
            }
            Type::Named(named) => {
                format!("{}::{}::{}", module.name, named.name, names::pascal(text))
            }
            Type::U32 | Type::U64 | Type::I64 | Type::Boolean | Type::F64 => text.clone(),
            _ => return None,
        })
    }
}

/// Returns the values of a parameter in an example.
fn example_value<'a>(exchange: &'a Exchange, parameter: &Parameter) -> Option<&'a [String]> {
    let (_, values) = exchange.request.iter().find(|(name, _)| *name == parameter.field.wire)?;
    Some(values.as_slice())
}
