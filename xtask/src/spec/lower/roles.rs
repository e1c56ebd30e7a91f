//! Roles: the parameters and fields that make an operation a series.

use super::lowering::Lower;
use super::reply::{Replies, structure};
use crate::spec::diagnostic::Diagnostic;
use crate::spec::ir::{
    Bound, Definition, End, Field, Parameter, Presence, Roles, Series, Shape, Type, Unit,
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
        let length = self.length(&roles.length, parameters);
        let unit = match &roles.unit {
            Some(unit) => self.unit(unit, parameters).map(Some),
            None => Some(None),
        };
        let end = self.end(&roles.end, parameters);
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
        let value = self.role(&roles.value, "a row", &row.fields)?;
        if !matches!(value.ty, Type::U64 | Type::F64) || value.presence != Presence::Required {
            let message = format!("`{}` must be required and a count or an amount", value.wire);
            self.push(
                Diagnostic::new("bad-role", roles.value.span, message)
                    .help("a count is `type: integer` with `minimum: 0`, an amount `type: number`"),
            );
        }
        for field in &row.fields {
            if field.presence == Presence::Required
                && field.ident != time.ident
                && field.ident != value.ident
            {
                self.push(
                    Diagnostic::new(
                        "bad-role",
                        roles.value.span,
                        format!(
                            "a row must need only time and number, but `{}` is required too",
                            field.wire
                        ),
                    )
                    .help("remove it from `required`"),
                );
            }
        }
        let (length, longest) = length?;
        Some(Series {
            length,
            unit: unit?,
            end: end?,
            longest,
            roles: by_role(roles, parameters),
            point: row.name.clone(),
            rows: rows.ident.clone(),
            rows_wire: rows.wire.clone(),
            time: time.ident.clone(),
            time_wire: time.wire.clone(),
            value: value.ident.clone(),
            value_wire: value.wire.clone(),
            value_type: value.ty.clone(),
        })
    }

    fn length(&mut self, role: &At<String>, parameters: &[Parameter]) -> Option<(String, u32)> {
        let parameter = self.parameter_role(role, parameters)?;
        let longest = match parameter.field.bounds.max {
            Some(Bound::Integer(max)) => u32::try_from(max).ok(),
            _ => None,
        };
        let fits =
            parameter.field.ty == Type::U32 && parameter.field.presence == Presence::Required;
        match longest.filter(|_| fits) {
            Some(longest) => Some((parameter.field.ident.clone(), longest)),
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

    /// Reports a parameter with two roles.
    fn roles_differ(&mut self, roles: &SeriesRoles) {
        let given = [Some(&roles.length), roles.unit.as_ref(), Some(&roles.end)];
        let given: Vec<_> = given.into_iter().flatten().collect();
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
}

/// Returns the parameters by role. Those that do not select buckets are dimensions.
fn by_role(roles: &SeriesRoles, parameters: &[Parameter]) -> Roles {
    let name = |role: &At<String>| role.value.clone();
    let (length, unit) = (name(&roles.length), roles.unit.as_ref().map(name));
    let end = name(&roles.end);
    let is_dimension =
        |name: &String| *name != length && Some(name) != unit.as_ref() && *name != end;
    let dimensions = parameters.iter().map(|it| &it.field).filter(|it| is_dimension(&it.wire));
    let dimensions = dimensions.map(|it| (it.wire.clone(), it.presence == Presence::Required));
    let dimensions = dimensions.collect();
    Roles { length, unit, end, dimensions }
}
