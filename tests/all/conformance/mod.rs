//! Both clients against the same scripted server.
//!
//! A scenario is written once, runs with each client, and has one snapshot for both: what the caller got,
//! what the observer was told, and the bytes that the server saw. Whatever the two do differently fails.

mod client;
mod endpoints;
mod relay;
mod report;
mod server;
mod trial;
mod users;

mod bodies;
mod budget;
mod cancel;
mod connections;
mod downloads;
mod encryption;
mod environment;
mod failures;
mod forms;
mod imports;
mod kept;
mod methods;
mod pages;
mod pins;
mod proxy;
mod rate_limit;
mod secrets;
mod spans;
mod statuses;
mod timeouts;

pub(crate) use self::client::{Asynchronous, Blocking, Client};
pub(crate) use self::server::{Exchange, Reply, Server};
pub(crate) use self::spans::collect;
pub(crate) use self::trial::Trial;

/// Runs scenarios, `fn(&mut Trial<impl Client>)`, as a test with each client.
macro_rules! scenarios {
    ($($name:ident),* $(,)?) => {$(
        mod $name {
            #[test]
            fn blocking() {
                run::<crate::conformance::Blocking>("blocking");
            }

            #[test]
            fn asynchronous() {
                run::<crate::conformance::Asynchronous>("asynchronous");
            }

            fn run<C: crate::conformance::Client>(client: &str) {
                let path = module_path!().split_once("::").unwrap().1;
                let test = format!("{path}::{client}");
                let mut trial = crate::conformance::Trial::<C>::new(test);
                super::$name(&mut trial);
                let name = stringify!($name);
                let group = module_path!().rsplit("::").nth(1).unwrap();
                crate::conformance::assert_report(&format!("{group}__{name}"), &trial.finish());
            }
        }
    )*};
}
use scenarios;

/// Compares a report with the snapshot that both clients share.
fn assert_report(name: &str, report: &str) {
    let mut settings = insta::Settings::clone_current();
    settings.set_prepend_module_to_snapshot(false);
    settings.set_omit_expression(true);
    settings.bind(|| insta::assert_snapshot!(name, report));
}
