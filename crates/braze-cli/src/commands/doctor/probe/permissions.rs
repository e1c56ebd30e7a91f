//! The permissions of the key: the series that it may read.

use braze_blocking::Client;
use braze_core::operation::{self, Operation};
use braze_core::{Error, FlatSeries, Meta};

use super::verdict::{Finding, Settled, Verdict};

/// A request for a series that needs nothing but a length.
struct Question {
    meta: Meta,
    ask: Box<Ask>,
}

type Ask = dyn FnOnce(&Client) -> Result<(), Error>;

/// Asks every series once that needs nothing but a length.
pub(super) fn findings(client: &Client, max: usize) -> Vec<Finding> {
    let mut questions = Questions(Vec::new());
    operation::visit(&mut questions);
    let asked = questions.0.into_iter().take(max).map(|Question { meta, ask }| {
        let verdict = verdict(ask(client));
        let answer = |may: &bool| if *may { "granted" } else { "refused" }.to_owned();
        let question = meta.permission.unwrap_or(meta.name);
        Finding::new(question, &verdict, answer, "the permissions of the key")
    });
    asked.collect()
}

struct Questions(Vec<Question>);

impl operation::Visitor for Questions {
    fn endpoint<E: Operation>(&mut self) {}

    fn series<E: Operation + FlatSeries>(&mut self) {
        let pairs = vec![("length".to_owned(), "1".to_owned())];
        if let Ok(read) = operation::from_pairs::<E>(pairs, &[]) {
            let ask = Box::new(move |client: &Client| client.send(&read.request).map(drop));
            self.0.push(Question { meta: E::META, ask });
        }
    }
}

fn verdict(result: Result<(), Error>) -> Verdict<bool> {
    match result {
        Ok(()) => Settled::sure(true, "a request for one row succeeded"),
        Err(error) if error.is_forbidden() => {
            Settled::sure(false, "a request for one row got status 403")
        }
        Err(_) => Err("a request for one row failed for another reason".to_owned()),
    }
}
