// Written from spec/openapi.yaml by `cargo xtask codegen`.
// Change the spec, not this file.

//! Catalogs: tables of items that messages look up, such as products.

mod create;
mod create_fields;
mod create_item;
mod create_items;
mod create_selection;
mod delete;
mod delete_field;
mod delete_item;
mod delete_items;
mod delete_selection;
mod get_item;
mod list;
mod list_items;
mod replace_item;
mod replace_items;
mod update_item;
mod update_items;

pub use create::{Create, CreateBody, CreateRequest, NewCatalog};
pub use create_fields::{CreateFieldsBody, CreateFieldsRequest};
pub use create_item::{CreateItemBody, CreateItemRequest};
pub use create_items::{CreateItemsBody, CreateItemsRequest};
pub use create_selection::{
    CatalogFilter, CatalogFilterOperator, CatalogSelection, CatalogSelectionSource,
    CreateSelectionBody, CreateSelectionRequest,
};
pub use delete::DeleteRequest;
pub use delete_field::DeleteFieldRequest;
pub use delete_item::DeleteItemRequest;
pub use delete_items::{DeleteItemsBody, DeleteItemsRequest};
pub use delete_selection::DeleteSelectionRequest;
pub use get_item::{GetItem, GetItemRequest};
pub use list::{List, ListRequest};
pub use list_items::{ListItems, ListItemsRequest};
pub use replace_item::{ReplaceItemBody, ReplaceItemRequest};
pub use replace_items::{ReplaceItemsBody, ReplaceItemsRequest};
pub use update_item::{UpdateItemBody, UpdateItemRequest};
pub use update_items::{UpdateItemsBody, UpdateItemsRequest};
