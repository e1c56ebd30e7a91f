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
    let ((), spans) = collect("braze", || {
        trial.client().send(&sessions()).unwrap();
        trial.client().with_retry(RetryPolicy::none()).send(&sessions()).unwrap_err();
    });
    trial.events();
    for span in spans {
        trial.note(&span.replace(&trial.server().port().to_string(), "PORT"));
    }
    trial.forget_server();
}

/// Runs this, and gives the spans and events of this thread whose target begins so, one text for each: its
/// fields, and whether it was entered.
pub(crate) fn collect<T>(target: &'static str, run: impl FnOnce() -> T) -> (T, Vec<String>) {
    let collector = Collector { target, texts: Arc::default() };
    let result = with_default(collector.clone(), run);
    (result, std::mem::take(&mut collector.texts.lock().unwrap()))
}

#[derive(Clone)]
struct Collector {
    target: &'static str,
    texts: Arc<Mutex<Vec<String>>>,
}

impl Collector {
    fn add(&self, metadata: &Metadata<'_>, record: impl FnOnce(&mut Fields<'_>)) -> Id {
        let kind = if metadata.is_span() { "span" } else { "event" };
        let mut text = format!("{} {kind} `{}`", metadata.level(), metadata.name());
        record(&mut Fields(&mut text));
        let mut texts = self.texts.lock().unwrap();
        texts.push(text);
        Id::from_u64(texts.len() as u64)
    }

    fn at(&self, id: &Id, change: impl FnOnce(&mut String)) {
        let index = usize::try_from(id.into_u64()).unwrap() - 1;
        if let Some(text) = self.texts.lock().unwrap().get_mut(index) {
            change(text);
        }
    }
}

impl Subscriber for Collector {
    fn enabled(&self, metadata: &Metadata<'_>) -> bool {
        metadata.target().starts_with(self.target)
    }

    fn new_span(&self, attributes: &Attributes<'_>) -> Id {
        self.add(attributes.metadata(), |fields| attributes.record(fields))
    }

    fn record(&self, id: &Id, values: &Record<'_>) {
        self.at(id, |span| values.record(&mut Fields(span)));
    }

    fn record_follows_from(&self, _: &Id, _: &Id) {}

    fn event(&self, event: &Event<'_>) {
        self.add(event.metadata(), |fields| event.record(fields));
    }

    /// A client may enter a span any number of times, but the exchange runs within it.
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
