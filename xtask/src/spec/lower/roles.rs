//! Roles: the parameters and fields that make an operation a series.

use super::lowering::Lower;
use super::reply::{Replies, structure};
use crate::spec::diagnostic::Diagnostic;
use crate::spec::ir::{
    Bound, Definition, Dimension, End, Field, Parameter, Presence, Roles, RowContent, Series,
    Shape, Struct, Type, Unit,
};
use crate::spec::model::{At, SeriesRoles};

/// The allowed units of a series: the words of the core's own type.
const UNITS: [&str; 2] = ["day", "hour"];

impl Lower<'_> {
    pub(super) fn series(
        &mut self,
        roles: &SeriesRoles,
        parameters: &[Parameter],
        replies: &Replies,
        definitions: &[Definition],
    ) -> Option<Series> {
        let length = self.length(roles, parameters);
        let unit = match &roles.unit {
            Some(unit) => self.unit(unit, parameters).map(Some),
            None => Some(None),
        };
        let end = self.end(&roles.end, parameters);
        let start = roles.start.as_ref().map(|start| self.start(start, parameters));
        let roles_of_parameters = self.by_role(roles, parameters);
        self.roles_differ(roles);
        let Some(reply) = replies.object(definitions) else {
            let message = "the reply of a series must be an object of its own";
            self.push(
                Diagnostic::new("bad-role", roles.rows.span, message).help(
                    "describe one success reply in place, with `type: object` and `properties`",
                ),
            );
            return None;
        };
        let rows =
            match (&roles.value, &roles.labels) {
                (Some(value), None) => self.flat_rows(roles, value, reply, definitions)?,
                (None, Some(labels)) => self.nested_rows(roles, labels, reply, definitions)?,
                _ => {
                    let message = "a series must have either a `value` or `labels`";
                    self.push(Diagnostic::new("bad-role", roles.rows.span, message).help(
                        "write `value` for rows with one number, `labels` for rows with many",
                    ));
                    return None;
                }
            };
        let (length, length_required, longest) = length?;
        Some(Series {
            length,
            length_required,
            unit: unit?,
            end: end?,
            start: start.flatten(),
            longest,
            roles: roles_of_parameters,
            point: rows.point,
            rows: rows.rows,
            rows_wire: roles.rows.value.clone(),
            time: rows.time,
            time_wire: roles.time.value.clone(),
            content: rows.content,
            kept_days: roles.kept_days.as_ref().map(|days| days.value),
        })
    }

    /// Returns the rows with one number.
    fn flat_rows(
        &mut self,
        roles: &SeriesRoles,
        value: &At<String>,
        reply: &Struct,
        definitions: &[Definition],
    ) -> Option<Rows> {
        let rows = self.role(&roles.rows, "the reply", &reply.fields);
        let row = rows.and_then(|rows| match &rows.ty {
            Type::List(item) if rows.presence == Presence::Required => match &item.ty {
                Type::Named(named) if named.shape == Shape::Struct => structure(named, definitions),
                _ => None,
            },
            _ => None,
        });
        if rows.is_some() && row.is_none() {
            let message = format!("`{}` must be a required list of objects", roles.rows.value);
            self.push(Diagnostic::new("bad-role", roles.rows.span, message));
        }
        self.message_alone(roles, &reply.fields);
        let (rows, row) = (rows?, row?);
        let time = self.role(&roles.time, "a row", &row.fields)?;
        if time.ty != Type::SeriesTime || time.presence != Presence::Required {
            let message =
                format!("`{}` must be required, with `x-braze-type: series-time`", time.wire);
            self.push(Diagnostic::new("bad-role", roles.time.span, message));
        }
        let number = self.role(value, "a row", &row.fields)?;
        if !matches!(number.ty, Type::U64 | Type::F64) || number.presence != Presence::Required {
            let message = format!("`{}` must be required and a count or an amount", number.wire);
            self.push(
                Diagnostic::new("bad-role", value.span, message)
                    .help("a count is `type: integer` with `minimum: 0`, an amount `type: number`"),
            );
        }
        for field in &row.fields {
            if field.presence == Presence::Required
                && field.ident != time.ident
                && field.ident != number.ident
            {
                self.push(
                    Diagnostic::new(
                        "bad-role",
                        value.span,
                        format!(
                            "a row must need only time and number, but `{}` is required too",
                            field.wire
                        ),
                    )
                    .help("remove it from `required`"),
                );
            }
        }
        Some(Rows {
            point: row.name.clone(),
            rows: rows.ident.clone(),
            time: time.ident.clone(),
            content: RowContent::Flat {
                value: number.ident.clone(),
                wire: number.wire.clone(),
                ty: number.ty.clone(),
            },
        })
    }

    /// Returns the field, `true` if it is required, and the maximum. A nested series may do without.
    fn length(
        &mut self,
        roles: &SeriesRoles,
        parameters: &[Parameter],
    ) -> Option<(String, bool, u32)> {
        let role = &roles.length;
        let parameter = self.parameter_role(role, parameters)?;
        let longest = match parameter.field.bounds.max {
            Some(Bound::Integer(max)) => u32::try_from(max).ok(),
            _ => None,
        };
        let required = parameter.field.presence == Presence::Required;
        let fits = parameter.field.ty == Type::U32 && (required || roles.labels.is_some());
        match longest.filter(|_| fits) {
            Some(longest) => Some((parameter.field.ident.clone(), required, longest)),
            None => {
                let message = format!("`{}` must be a required integer with bounds", role.value);
                self.push(Diagnostic::new("bad-role", role.span, message).help(
                    "write `required: true`, and `type: integer` with `minimum: 1` and a `maximum`",
                ));
                None
            }
        }
    }

    fn unit(&mut self, role: &At<String>, parameters: &[Parameter]) -> Option<Unit> {
        let parameter = self.parameter_role(role, parameters)?;
        let words = match &parameter.field.ty {
            Type::Named(named) => match &named.shape {
                Shape::Choice(words) => Some(words.clone()),
                _ => None,
            },
            _ => None,
        };
        let known = |words: &Vec<String>| words.iter().all(|word| UNITS.contains(&word.as_str()));
        let Some(words) = words.filter(known) else {
            self.push(
                Diagnostic::new(
                    "bad-role",
                    role.span,
                    format!("`{}` must be a choice of units", role.value),
                )
                .help("write its schema as a `$ref` to the shared `Unit`: `enum: [day, hour]`"),
            );
            return None;
        };
        let default =
            parameter.default.clone().or_else(|| words.first().cloned()).unwrap_or_default();
        let required = parameter.field.presence == Presence::Required;
        Some(Unit { field: parameter.field.ident.clone(), required, words, default })
    }

    fn end(&mut self, role: &At<String>, parameters: &[Parameter]) -> Option<End> {
        let parameter = self.parameter_role(role, parameters)?;
        if parameter.field.ty != Type::Timestamp {
            let message = format!("`{}` must be a date-time", role.value);
            self.push(
                Diagnostic::new("bad-role", role.span, message)
                    .help("write `type: string` with `format: date-time`"),
            );
            return None;
        }
        let required = parameter.field.presence == Presence::Required;
        Some(End { field: parameter.field.ident.clone(), required })
    }

    fn start(&mut self, role: &At<String>, parameters: &[Parameter]) -> Option<String> {
        let field = &self.parameter_role(role, parameters)?.field;
        if field.ty != Type::Timestamp || field.presence == Presence::Required {
            let message = format!("`{}` must be a date-time that is not required", role.value);
            self.push(Diagnostic::new("bad-role", role.span, message));
            return None;
        }
        Some(field.ident.clone())
    }

    /// Reports a parameter with two roles.
    fn roles_differ(&mut self, roles: &SeriesRoles) {
        let window =
            [Some(&roles.length), roles.unit.as_ref(), Some(&roles.end), roles.start.as_ref()];
        let given = window.into_iter().flatten().chain(roles.dimensions.iter().flatten());
        let given: Vec<_> = given.collect();
        for (index, role) in given.iter().enumerate() {
            if given[..index].iter().any(|other| other.value == role.value) {
                let message = format!("`{}` has two roles", role.value);
                self.push(Diagnostic::new("bad-role", role.span, message));
            }
        }
    }

    /// Reports a reply that requires more than its message and its rows.
    fn message_alone(&mut self, roles: &SeriesRoles, fields: &[Field]) {
        let message = fields.iter().find(|field| field.ty == Type::Message);
        for field in fields {
            let known = field.ty == Type::Message || field.wire == roles.rows.value;
            if field.presence == Presence::Required && !known {
                let message = format!(
                    "a reply must need only message and rows, but `{}` is required too",
                    field.wire
                );
                self.push(
                    Diagnostic::new("bad-role", roles.rows.span, message)
                        .help("remove it from `required`"),
                );
            }
        }
        let found = message.filter(|field| field.presence == Presence::Required);
        if found.is_none() {
            self.push(
                Diagnostic::new(
                    "bad-role",
                    roles.rows.span,
                    "the reply of a series must have a required message",
                )
                .help("give one of its fields `x-braze-type: message`"),
            );
        }
    }

    /// Returns the parameter with a role.
    pub(super) fn parameter_role<'b>(
        &mut self,
        role: &At<String>,
        parameters: &'b [Parameter],
    ) -> Option<&'b Parameter> {
        let found = parameters.iter().find(|parameter| parameter.field.wire == role.value);
        if found.is_none() {
            let known: Vec<_> = parameters.iter().map(|known| known.field.wire.as_str()).collect();
            self.no_field(role.span, &role.value, "the request", &known);
        }
        found
    }

    /// Returns the field with a role.
    pub(super) fn role<'b>(
        &mut self,
        role: &At<String>,
        owner: &str,
        fields: &'b [Field],
    ) -> Option<&'b Field> {
        let found = fields.iter().find(|field| field.wire == role.value);
        if found.is_none() {
            let known: Vec<_> = fields.iter().map(|known| known.wire.as_str()).collect();
            self.no_field(role.span, &role.value, owner, &known);
        }
        found
    }

    /// Returns the parameters by role. Without explicit dimensions, those that do not select buckets are.
    fn by_role(&mut self, roles: &SeriesRoles, parameters: &[Parameter]) -> Roles {
        let name = |role: &At<String>| role.value.clone();
        let (length, unit) = (name(&roles.length), roles.unit.as_ref().map(name));
        let (end, start) = (name(&roles.end), roles.start.as_ref().map(name));
        let window = [Some(&length), unit.as_ref(), Some(&end), start.as_ref()];
        let fields: Vec<&Field> = match &roles.dimensions {
            Some(given) => {
                let found = given.iter().filter_map(|role| self.parameter_role(role, parameters));
                found.map(|parameter| &parameter.field).collect()
            }
            None => {
                let fields = parameters.iter().map(|parameter| &parameter.field);
                fields.filter(|field| !window.contains(&Some(&field.wire))).collect()
            }
        };
        let dimension = |field: &Field| Dimension {
            name: field.wire.clone(),
            required: field.presence == Presence::Required,
            // The lists are looked up once all operations are there.
            listing: None,
        };
        let dimensions: Vec<_> = fields.into_iter().map(dimension).collect();
        for (key, _) in roles.all.iter().flat_map(|all| all.iter()) {
            if !dimensions.iter().any(|known| known.name == key.text) {
                let message = format!("`{}` is not a dimension of the series", key.text);
                self.push(Diagnostic::new("bad-role", key.span, message));
            }
        }
        Roles { length, unit, end, start, dimensions }
    }
}

/// The rows of a series.
pub(super) struct Rows {
    /// The name of their type.
    pub(super) point: String,
    /// The field that holds them, and the field of a row with its time.
    pub(super) rows: String,
    pub(super) time: String,
    pub(super) content: RowContent,
}
