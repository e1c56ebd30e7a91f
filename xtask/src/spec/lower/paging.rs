//! Paging: the parameters and the fields of the reply that let an operation be read page by page.

use super::lowering::Lower;
use super::reply::Replies;
use crate::spec::diagnostic::Diagnostic;
use crate::spec::ir::{
    Definition, Field, Paging, PagingField, PagingKind, Parameter, Presence, Type,
};
use crate::spec::model::{self, At};
use crate::spec::source::Span;

impl Lower<'_> {
    pub(super) fn paging(
        &mut self,
        paging: &model::Paging,
        parameters: &[Parameter],
        replies: &Replies,
        definitions: &[Definition],
    ) -> Option<Paging> {
        let kind = self.paging_kind(paging, parameters);
        let Some(reply) = replies.object(definitions) else {
            self.bad_role(paging.items.span, "the reply of a paged operation must be an object");
            return None;
        };
        let items = self.role(&paging.items, "the reply", &reply.fields)?;
        let Type::List(item) = &items.ty else {
            let message = format!("`{}` must be a list", paging.items.value);
            self.bad_role(paging.items.span, message);
            return None;
        };
        let more = match &paging.more {
            Some(more) => Some(self.more(more, &reply.fields)?),
            None => None,
        };
        Some(Paging {
            kind: kind?,
            items: items.ident.clone(),
            items_nullable: items.presence == Presence::Nullable,
            item: item.ty.clone(),
            more,
        })
    }

    fn paging_kind(
        &mut self,
        paging: &model::Paging,
        parameters: &[Parameter],
    ) -> Option<PagingKind> {
        let kind = match (&paging.page, &paging.cursor, &paging.offset) {
            (Some(page), None, None) => {
                let page = self.count(page, parameters);
                let first = paging.first.as_ref().map_or(0, |first| first.value);
                let size = paging.size.as_ref().map(|size| size.value);
                page.map(|page| PagingKind::Number { page: field(&page.field), first, size })
            }
            (None, Some(cursor), None) => self.cursor(cursor, parameters),
            (None, None, Some(offset)) => self.offset(paging, offset, parameters),
            _ => {
                let diagnostic = Diagnostic::new(
                    "bad-role",
                    paging.span,
                    "paging must have exactly one of `page`, `cursor` and `offset`",
                );
                self.push(diagnostic.help(
                    "write `{ page: page, items: … }`, `{ cursor: cursor, items: … }` or \
                     `{ offset: offset, limit: limit, items: … }`",
                ));
                return None;
            }
        };
        self.only_beside(
            "page",
            paging.page.is_some(),
            [
                ("first", paging.first.as_ref().map(|first| first.span)),
                ("size", paging.size.as_ref().map(|size| size.span)),
            ],
        );
        self.only_beside(
            "offset",
            paging.offset.is_some(),
            [("limit", paging.limit.as_ref().map(|limit| limit.span))],
        );
        self.only_beside(
            "page` or `offset",
            paging.cursor.is_none(),
            [("more", paging.more.as_ref().map(|more| more.span))],
        );
        if let Some(size) = paging.size.as_ref().filter(|size| size.value == 0) {
            self.bad_role(size.span, "`size` must be at least 1");
        }
        kind
    }

    fn cursor(&mut self, role: &At<String>, parameters: &[Parameter]) -> Option<PagingKind> {
        let parameter = self.parameter_role(role, parameters)?;
        if parameter.field.ty != Type::Text {
            let message = format!("`{}` must be a text: write `type: string`", role.value);
            self.bad_role(role.span, message);
            return None;
        }
        let cursor = field(&parameter.field);
        if cursor.required {
            let message =
                format!("`{}` must be optional: the first page has no cursor", role.value);
            self.bad_role(role.span, message);
            return None;
        }
        Some(PagingKind::Cursor { cursor, parameter: role.value.clone() })
    }

    fn offset(
        &mut self,
        paging: &model::Paging,
        offset: &At<String>,
        parameters: &[Parameter],
    ) -> Option<PagingKind> {
        let Some(limit) = &paging.limit else {
            let message = "`offset` must have the parameter with the page's size beside it";
            let diagnostic = Diagnostic::new("bad-role", offset.span, message);
            self.push(diagnostic.help("write `limit: limit`"));
            return None;
        };
        let start = self.count(offset, parameters)?;
        if start.field.presence == Presence::Required {
            let message = format!("`{}` must be optional: the first page has none", offset.value);
            self.bad_role(offset.span, message);
            return None;
        }
        let size = self.count(limit, parameters)?;
        let default_limit = size.default.as_deref().and_then(|default| default.parse().ok());
        Some(PagingKind::Offset {
            offset: field(&start.field),
            limit: field(&size.field),
            default_limit,
        })
    }

    /// Finds a parameter that is a count.
    fn count<'b>(
        &mut self,
        role: &At<String>,
        parameters: &'b [Parameter],
    ) -> Option<&'b Parameter> {
        let parameter = self.parameter_role(role, parameters)?;
        if matches!(parameter.field.ty, Type::U32 | Type::U64) {
            return Some(parameter);
        }
        let message = format!("`{}` must be an integer with `minimum: 0`", role.value);
        self.bad_role(role.span, message);
        None
    }

    fn more(&mut self, role: &At<String>, fields: &[Field]) -> Option<PagingField> {
        let found = self.role(role, "the reply", fields)?;
        if found.ty != Type::Boolean {
            let message = format!("`{}` must be a boolean", role.value);
            self.bad_role(role.span, message);
            return None;
        }
        Some(field(found))
    }

    /// Notes keys that have no meaning without another.
    fn only_beside<const N: usize>(
        &mut self,
        other: &str,
        is_there: bool,
        keys: [(&str, Option<Span>); N],
    ) {
        for (key, span) in keys {
            if let Some(span) = span.filter(|_| !is_there) {
                self.bad_role(span, format!("`{key}` has a meaning only beside `{other}`"));
            }
        }
    }

    fn bad_role(&mut self, span: Span, message: impl Into<String>) {
        self.push(Diagnostic::new("bad-role", span, message));
    }
}

fn field(field: &Field) -> PagingField {
    PagingField {
        ident: field.ident.clone(),
        ty: field.ty.clone(),
        required: field.presence == Presence::Required,
    }
}
