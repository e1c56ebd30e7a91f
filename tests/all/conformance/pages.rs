//! Lists of 1,000 items, read page by page through failures of every kind.

use braze_core::{Error, RetryPolicy};

use super::{Client, Exchange, Reply, Trial, report, scenarios};
use crate::paging::lists::{ByCursor, ByNumber, ByOffset, Item};

scenarios![
    numbered_pages_through_failures,
    linked_pages_through_failures,
    counted_pages_through_failures,
    a_list_that_ends_early_resumes,
    a_circle_of_cursors,
];

const COUNT: u64 = 1_000;
const SIZE: u64 = 100;

/// A page of the list, with its items.
fn page(number: u64) -> Reply {
    let items: Vec<u64> = (number * SIZE..COUNT.min((number + 1) * SIZE)).collect();
    Reply::json(200, &serde_json::json!({ "items": items }).to_string())
}

/// A page that names the one after it.
fn linked(number: u64) -> Reply {
    let cursor = format!("</linked?cursor=c2tpcDo%3D{}>; rel=\"next\"", number + 1);
    page(number).header("link", cursor)
}

/// The failures before a page.
fn failures(number: u64, page: &Reply) -> Vec<Exchange> {
    let bytes = page.bytes();
    let half = usize::midpoint(page.head().len(), bytes.len());
    match number {
        1 => vec![
            Reply::json(429, r#"{"message":"Rate limited"}"#).header("retry-after", "0").into(),
        ],
        2 => vec![Reply::json(500, r#"{"message":"down"}"#).into()],
        3 => vec![Exchange::on_request().close()],
        4 => vec![Exchange::on_request().reset()],
        5 => vec![Exchange::on_request().write_first(10, &bytes).reset()],
        6 => vec![Exchange::on_request().write_first(page.head().len(), &bytes).close()],
        7 => vec![
            Exchange::on_request().write_first(half, &bytes).reset(),
            Exchange::on_request().write_all_but(1, &bytes).close(),
            Reply::new(503).into(),
        ],
        _ => Vec::new(),
    }
}

/// The replies of a whole list, with failures before them.
fn script(pages: u64, reply: fn(u64) -> Reply) -> Vec<Exchange> {
    let pages = (0..pages).map(|number| (number, reply(number)));
    pages
        .flat_map(|(number, reply)| failures(number, &reply).into_iter().chain([reply.into()]))
        .collect()
}

/// Reads all items, of which no more than some pages may live at the same time.
fn all<C: Client, E>(trial: &mut Trial<C>, request: E)
where
    E: braze_core::Paged<Item = Item, Output: Send> + Send + 'static,
{
    let mut next = 0;
    Item::max_live();
    let mut outcomes = Vec::new();
    trial.client().each_item(request, |item| match item {
        Ok(item) => {
            assert_eq!(item.0, next, "each item comes once, in order");
            next += 1;
        }
        Err(error) => outcomes.push(report::brief(&error)),
    });
    let live = Item::max_live() as u64;
    assert!(live <= 3 * SIZE, "{live} items lived at the same time");
    for line in trial.events() {
        trial.note(&line);
    }
    trial.note(&format!("{next} items {outcomes:?}"));
    targets(trial);
}

/// Notes the targets of the requests.
fn targets<C: Client>(trial: &mut Trial<C>) {
    for request in trial.server().seen().requests {
        let head = String::from_utf8_lossy(&request.bytes).into_owned();
        trial.note(head.lines().next().unwrap());
    }
    trial.forget_server();
}

fn numbered_pages_through_failures(trial: &mut Trial<impl Client>) {
    trial.serve(script(11, page));
    all(trial, ByNumber { page: None, size: Some(SIZE) });
}

fn linked_pages_through_failures(trial: &mut Trial<impl Client>) {
    trial.serve(script(10, |number| if number == 9 { page(number) } else { linked(number) }));
    all(trial, ByCursor::default());
}

fn counted_pages_through_failures(trial: &mut Trial<impl Client>) {
    trial.serve(script(11, page));
    all(trial, ByOffset { offset: Some(0), limit: Some(SIZE) });
}

/// The position after an error is that of the page that could not be read.
fn a_list_that_ends_early_resumes(trial: &mut Trial<impl Client>) {
    let down = Reply::json(500, r#"{"message":"down"}"#);
    trial.serve([page(0), page(1), down, page(2), page(100)]);
    trial.retry(RetryPolicy::none());
    let mut lines = Vec::new();
    let mut request = ByNumber::default();
    for _ in 0..2 {
        let position = trial.client().each_page(request.clone(), |page| {
            lines.push(match page {
                Ok(page) => format!("{} items", page.items.len()),
                Err(error) => report::brief(&error),
            });
        });
        lines.push(format!("next: {position:?}"));
        if let Some(braze_core::PagePosition::Number(page)) = position {
            request.page = Some(page);
        }
    }
    trial.events();
    lines.iter().for_each(|line| trial.note(line));
    targets(trial);
}

fn a_circle_of_cursors(trial: &mut Trial<impl Client>) {
    trial.serve([linked(0), linked(1), linked(0)]);
    let mut lines = Vec::new();
    trial.client().each_page(ByCursor::default(), |page| {
        lines.push(match page {
            Ok(page) => format!("{} items", page.items.len()),
            Err(error) => error.to_string(),
        });
    });
    trial.events();
    lines.iter().for_each(|line| trial.note(line));
    targets(trial);
}

/// A cancelled list yields one error, sends nothing, and ends.
#[test]
fn cancelling_ends_a_blocking_list() {
    let server = super::Server::start([page(0).into()]);
    let url: braze_core::BaseUrl = server.url().parse().unwrap();
    let client = braze_blocking::Client::new(url, super::trial::key()).unwrap();
    let mut pages = client.pages(ByNumber::default());
    assert!(pages.next().unwrap().is_ok());
    pages.cancel().cancel();
    assert!(matches!(pages.next(), Some(Err(Error::Cancelled))));
    assert!(pages.next().is_none());
    assert_eq!(server.seen().requests.len(), 1);
}
