//! The spans of the feature `tracing`, after the OpenTelemetry conventions for HTTP clients.

use std::fmt::{Debug, Write};
use std::sync::{Arc, Mutex};

use braze_core::RetryPolicy;
use tracing::field::{Field, Visit};
use tracing::span::{Attributes, Id, Record};
use tracing::subscriber::with_default;
use tracing::{Event, Metadata, Subscriber};

use super::endpoints::sessions;
use super::statuses::success;
use super::{Client, Exchange, Reply, Trial, scenarios};

scenarios![a_span_for_each_attempt];

fn a_span_for_each_attempt(trial: &mut Trial<impl Client>) {
    trial.serve([
        Exchange::from(Reply::new(503)),
        Exchange::on_request().close(),
        success().into(),
        Reply::new(404).into(),
    ]);
    let spans = Spans::default();
    with_default(spans.clone(), || {
        trial.client().send(&sessions()).unwrap();
        trial.client().with_retry(RetryPolicy::none()).send(&sessions()).unwrap_err();
    });
    trial.events();
    for span in spans.0.lock().unwrap().iter() {
        trial.note(&span.replace(&trial.server().port().to_string(), "PORT"));
    }
    trial.forget_server();
}

/// The spans that the clients open, each with its fields and how often it was entered, if at all.
#[derive(Clone, Default)]
struct Spans(Arc<Mutex<Vec<String>>>);

impl Spans {
    fn at(&self, id: &Id, change: impl FnOnce(&mut String)) {
        let index = usize::try_from(id.into_u64()).unwrap() - 1;
        if let Some(span) = self.0.lock().unwrap().get_mut(index) {
            change(span);
        }
    }
}

impl Subscriber for Spans {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.is_span() && metadata.target().starts_with("braze")
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        let metadata = attributes.metadata();
        let mut span = format!("{} span `{}`", metadata.level(), metadata.name());
        attributes.record(&mut Fields(&mut span));
        let mut spans = self.0.lock().unwrap();
        spans.push(span);
        Id::from_u64(spans.len() as u64)
    }

    fn record(&self, id: &Id, values: &Record<'_>) {
        self.at(id, |span| values.record(&mut Fields(span)));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, _: &Event<'_>) {}

    /// How often a span is entered is up to the client, but the exchange runs within it.
    fn enter(&self, id: &Id) {
        self.at(id, |span| {
            if !span.ends_with("\n  entered") {
                span.push_str("\n  entered");
            }
        });
    }

    fn exit(&self, _: &Id) {}
}

struct Fields<'a>(&'a mut String);

impl Visit for Fields<'_> {
    fn record_str(&mut self, field: &Field, value: &str) {
        self.record_debug(field, &format_args!("{value}"));
    }

    fn record_debug(&mut self, field: &Field, value: &dyn Debug) {
        write!(self.0, "\n  {} = {value:?}", field.name()).unwrap();
    }
}
