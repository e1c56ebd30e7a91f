//! Catalogs and their items, through both clients and the sandbox.

mod checks;
mod errors;
mod ingestion;
mod items;
mod records;
mod selections;

use std::fmt::Debug;

use braze_core::catalogs::{CreateBody, CreateRequest, NewCatalog};
use braze_core::{CatalogField, CatalogFieldType, Endpoint};
use braze_sandbox::Sandbox;
use serde::{Deserialize, Serialize};

use crate::conformance::Client;
use crate::export::clients::config;

/// Runs a test with each client, each against a sandbox of its own.
macro_rules! with_both_clients {
    ($($name:ident),* $(,)?) => {$(
        mod $name {
            #[test]
            fn blocking() {
                super::super::run(super::$name::<crate::conformance::Blocking>);
            }

            #[test]
            fn asynchronous() {
                super::super::run(super::$name::<crate::conformance::Asynchronous>);
            }
        }
    )*};
}
use with_both_clients;

/// A type as a user of the clients has it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Tea {
    id: String,
    price: f64,
    stock: u64,
    debt: i64,
    #[serde(default)]
    notes: Vec<String>,
    origin: Option<[f64; 2]>,
    maker: Option<Maker>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Maker {
    name: String,
    since: i32,
}

fn tea(number: u64) -> Tea {
    Tea {
        id: format!("tea-{number:04}"),
        price: 0.25 * number as f64 + 0.1,
        stock: u64::MAX - number,
        debt: i64::MIN + number as i64,
        notes: vec!["floral".to_owned(), format!("note {number}")],
        origin: Some([121.5, 25.03]),
        maker: number.is_multiple_of(2).then(|| Maker { name: "Ada".to_owned(), since: -500 }),
    }
}

fn run<C: Client>(test: fn(&C, &Sandbox)) {
    let sandbox = crate::export::clients::sandbox().start().unwrap();
    test(&C::with_config(config(&sandbox)).unwrap(), &sandbox);
}

/// Creates a catalog whose items are [`Tea`].
fn create(client: &impl Client, name: &str) {
    use CatalogFieldType::{Array, Geo, Number, Object, String};
    let fields = [
        ("id", String),
        ("price", Number),
        ("stock", Number),
        ("debt", Number),
        ("notes", Array),
        ("origin", Geo),
        ("maker", Object),
    ];
    let fields = fields.map(|(name, kind)| CatalogField::new(name, kind));
    let catalog = NewCatalog::new(name, "Teas of a test", fields);
    client.send(&CreateRequest::new(CreateBody::new([catalog]))).unwrap();
}

/// The text of the refusal of a request.
fn refused<E: Endpoint<Output: Debug>>(client: &impl Client, request: &E) -> braze_core::ApiError {
    client.send(request).unwrap_err().api().unwrap().clone()
}
