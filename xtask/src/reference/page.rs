//! [`page`]: the reference page of one endpoint.

use super::edition::Edition;
use super::fields;
use super::markdown::{Document, code};
use super::samples::{self, Client};
use super::words::{Words, fill};
use crate::emit::{harmless, json_text};
use crate::spec::ir::{
    Api, Credential, Exchange, FormUse, Module, Operation, Output, Place, Pool, Presence, Type,
};

/// The source of a page.
struct Subject<'a> {
    /// The API with its texts in the language of the page.
    api: &'a Api,
    words: &'a Words,
    module: &'a Module,
    it: &'a Operation,
}

/// Returns the page of an operation.
pub(super) fn page(edition: &Edition, module: &Module, it: &Operation) -> String {
    let Edition { api, words, .. } = edition;
    let subject = Subject { api, words, module, it };
    let mut page = Document::with_comment(&edition.origin(&it.file));
    page.heading(1, &it.summary);
    page.paragraph(&code(&format!("{} {}", it.method.as_str(), it.template)));
    page.paragraph(&harmless(&it.description));
    if it.deprecated {
        page.paragraph(&words.parameters.deprecated);
    }
    subject.needs(&mut page);
    subject.limit(&mut page);
    subject.parameters(&mut page);
    subject.body(&mut page);
    subject.request(&mut page);
    subject.reply(&mut page);
    subject.failures(&mut page);
    subject.more(&mut page);
    page.into_text()
}

impl Subject<'_> {
    fn needs(&self, page: &mut Document) {
        let words = &self.words.needs;
        let key = match (self.it.credential, &self.it.permission) {
            (Credential::ScimToken, _) => words.scim_token.clone(),
            (Credential::ClientKey, permission) => {
                let permission = permission.as_deref().unwrap_or_default();
                fill(&words.client_key, &[("permission", permission)])
            }
            (Credential::ApiKey, Some(permission)) => {
                fill(&words.key, &[("permission", permission)])
            }
            (Credential::ApiKey, None) => words.any_key.clone(),
        };
        let mut needs = vec![key];
        if let Some(instance) = self.api.instances.first() {
            let address = self.address();
            let values = [("address", address.as_str()), ("instance", &instance.name)];
            needs.push(fill(&words.address, &values));
        }
        page.heading(2, &words.heading);
        page.list(&needs);
    }

    fn limit(&self, page: &mut Document) {
        let words = &self.words.limit;
        let pool = self.api.pools.iter().find(|pool| pool.constant == self.it.pool);
        let Some(pool) = pool else { return };
        page.heading(2, &words.heading);
        let row = [code(&pool.name), self.requests(pool), pool.description.clone()];
        page.table([&words.pool, &words.requests, &words.counted], &[row]);
        page.paragraph(&words.shared);
        page.paragraph(&words.headers);
    }

    fn requests(&self, pool: &Pool) -> String {
        let words = &self.words.limit;
        let limit = self.grouped(pool.limit);
        let template = match pool.window {
            3600 => &words.hour,
            60 => &words.minute,
            _ => &words.seconds,
        };
        fill(template, &[("limit", &limit), ("seconds", &self.grouped(pool.window))])
    }

    /// Returns a number with separators between its thousands.
    fn grouped(&self, number: u32) -> String {
        let digits = number.to_string();
        let mut out = String::new();
        for (index, digit) in digits.char_indices() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                out.push_str(&self.words.thousands);
            }
            out.push(digit);
        }
        out
    }

    fn parameters(&self, page: &mut Document) {
        if self.it.parameters.is_empty() && self.it.body.is_some() {
            return;
        }
        let words = &self.words.parameters;
        page.heading(2, &words.heading);
        let rows = self.it.parameters.iter().map(|parameter| {
            let field = &parameter.field;
            let presence = match field.presence {
                Presence::Required => &words.required,
                _ => &words.optional,
            };
            let mut meaning = harmless(&field.description);
            if field.deprecated {
                meaning.push_str(&format!(" {}", words.deprecated));
            }
            [
                code(&field.wire),
                presence.clone(),
                fields::type_name(&field.ty, self.words),
                fields::values(parameter, self.words),
                meaning,
            ]
        });
        let rows: Vec<_> = rows.collect();
        if rows.is_empty() {
            page.paragraph(&words.none);
            return;
        }
        let head = [&words.name, &words.presence, &words.kind, &words.values, &words.meaning];
        page.table(head, &rows);
        let parameters = &self.it.parameters;
        if parameters.iter().any(|parameter| parameter.field.ty == Type::Identifier) {
            page.paragraph(&words.identifiers);
        }
        if parameters.iter().any(|parameter| parameter.place == Place::Query) {
            page.paragraph(&words.encoding);
        }
        let headers = parameters.iter().filter(|parameter| parameter.place == Place::Header);
        let names: Vec<_> = headers.map(|parameter| code(&parameter.field.wire)).collect();
        if !names.is_empty() {
            page.paragraph(&fill(&words.headers, &[("names", &names.join(", "))]));
        }
    }

    /// Adds the fields of the body.
    fn body(&self, page: &mut Document) {
        let Some(body) = &self.it.body else { return };
        let words = &self.words.body;
        page.heading(2, &words.heading);
        page.paragraph(&words.about);
        match body.form {
            Some(FormUse::WithFile) => page.paragraph(&words.form),
            Some(FormUse::Always) => page.paragraph(&words.only_form),
            None => {}
        }
        page.paragraph(&harmless(&body.description));
        let named = &self.words.parameters;
        let field = &self.words.reply.field;
        let head = [field, &named.presence, &named.kind, &named.values, &named.meaning];
        let rows = fields::body_rows(&body.ty, self.api, self.it, self.words);
        if !rows.is_empty() {
            page.table(head, &rows);
        }
    }

    fn request(&self, page: &mut Document) {
        let words = &self.words.request;
        let Subject { api, module, it, .. } = self;
        let (Some(exchange), Some(instance)) = (self.fullest(), api.instances.first()) else {
            return;
        };
        page.heading(2, &words.heading);
        page.paragraph(&fill(&words.example, &[("summary", &exchange.summary)]));
        page.heading(3, "curl");
        page.code("sh", &samples::curl(it, exchange, &self.address()));
        page.heading(3, &words.command);
        page.code("sh", &samples::command(it, exchange, instance));
        for (client, title) in
            [(Client::Blocking, &words.blocking), (Client::Async, &words.asynchronous)]
        {
            if let Some(program) = samples::rust(client, module, it, exchange, instance) {
                page.heading(3, title);
                page.code("rust,no_run", &program);
            }
        }
    }

    /// Returns the example with the most detailed request.
    fn fullest(&self) -> Option<&Exchange> {
        let exchanges = self.it.exchanges.iter().rev();
        exchanges.max_by_key(|exchange| {
            let body = exchange.body.as_ref().map_or(0, |body| body.entries().len());
            exchange.request.len() + body
        })
    }

    fn reply(&self, page: &mut Document) {
        page.heading(2, &self.words.reply.heading);
        match &self.it.output {
            Output::One { status, ty } => self.success(*status, ty.as_ref(), page),
            Output::Several { replies, .. } => {
                for reply in replies {
                    self.success(reply.status, reply.ty.as_ref(), page);
                }
            }
        }
        for exchange in &self.it.exchanges {
            page.paragraph(&fill(&self.words.reply.example, &[("summary", &exchange.summary)]));
            let method = self.it.method.as_str();
            page.code("http", &format!("{method} {}", exchange.target));
            if let Some(body) = &exchange.body {
                page.code("json", &json_text(body));
            }
            page.code("json", &json_text(&exchange.reply));
        }
    }

    fn success(&self, status: u16, ty: Option<&Type>, page: &mut Document) {
        let words = &self.words.reply;
        let status = status.to_string();
        let Some(ty) = ty else {
            page.paragraph(&fill(&words.empty, &[("status", &status)]));
            return;
        };
        page.paragraph(&fill(&words.status, &[("status", &status)]));
        let named = &self.words.parameters;
        let head = [&words.field, &words.presence, &named.kind, &named.meaning];
        let rows = fields::rows(ty, self.api, self.it, self.words);
        page.table(head, &rows);
    }

    fn failures(&self, page: &mut Document) {
        let words = &self.words.failures;
        let advice = &words.what_to_do;
        page.heading(2, &words.heading);
        let rows = self.it.failures.iter().map(|failure| {
            let advice = match failure.status.as_str() {
                "400" => &advice.bad_request,
                "401" => &advice.unauthorized,
                "403" => &advice.forbidden,
                "404" => &advice.not_found,
                "429" => &advice.too_many_requests,
                status if status.starts_with('5') => &advice.server_error,
                _ => &advice.other,
            };
            [code(&failure.status), harmless(&failure.description), advice.trim().to_owned()]
        });
        let rows: Vec<_> = rows.collect();
        if !rows.is_empty() {
            page.table([&words.status, &words.meaning, &words.advice], &rows);
        }
        page.paragraph(&words.body);
        if self.it.message.is_some() {
            page.paragraph(&words.not_success);
        }
        if self.it.series.is_some() {
            page.paragraph(&words.help);
        }
    }

    fn more(&self, page: &mut Document) {
        let words = &self.words.more;
        let kind = format!("{}::{}", self.module.name, self.it.request);
        let mut more = vec![fill(&words.kind, &[("type", &kind)])];
        if let Some(series) = &self.it.series {
            let end = wire(self.it, &series.end.field);
            more.push(fill(&words.longer, &[("longest", &series.longest.to_string())]));
            more.push(fill(&words.unknown, &[("end", end), ("time", &series.time)]));
        }
        if let Some(url) = &self.it.documentation {
            more.push(fill(&words.documentation, &[("url", url)]));
        }
        if let Some(source) = &self.it.source {
            more.push(fill(&words.source, &[("source", source)]));
        }
        page.heading(2, &words.heading);
        page.list(&more);
    }

    /// Returns the server of the examples.
    fn address(&self) -> String {
        let host = self.api.instances.first().map_or("", |instance| &instance.host);
        format!("https://{host}")
    }
}

/// Returns the name on the wire of a field of the request.
fn wire<'a>(it: &'a Operation, field: &'a str) -> &'a str {
    let parameter = it.parameters.iter().find(|parameter| parameter.field.ident == field);
    parameter.map_or(field, |parameter| &parameter.field.wire)
}
