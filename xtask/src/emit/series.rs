//! `Series` and its `Point`.

use proc_macro2::{Literal, TokenStream};
use quote::quote;

use super::nested;
use super::reply::output;
use super::request::argument;
use super::scope::{Scope, ident};
use crate::spec::ir::{Dimension, Listing, Operation, Presence, Roles, RowContent, Series, Type};
use crate::spec::names;

/// `impl Series` and `impl FlatSeries`
pub(super) fn series(it: &Operation, roles: &Series, scope: &mut Scope) -> Vec<TokenStream> {
    let (series, unit_type) = (scope.core("Series"), scope.core("Unit"));
    let (date_time, utc) = (scope.core("DateTime"), scope.core("Utc"));
    let timestamp = scope.core("Timestamp");
    let request = ident(&it.request);
    let output = output(it, scope);
    let point = ident(&roles.point);
    let (rows, length, end) = (ident(&roles.rows), ident(&roles.length), ident(&roles.end.field));
    let longest = Literal::u32_unsuffixed(roles.longest);
    let variant = |word: &str| {
        let variant = ident(&names::pascal(word));
        quote! { #unit_type::#variant }
    };
    let units: Vec<_> = match &roles.unit {
        Some(unit) => unit.words.iter().map(|word| variant(word)).collect(),
        None => vec![variant("day")],
    };
    let (get_unit, set_unit, unit_name) = match &roles.unit {
        None => (variant("day"), quote! {}, quote! { _unit }),
        Some(unit) => {
            let (field, default) = (ident(&unit.field), variant(&unit.default));
            match unit.required {
                true => (quote! { self.#field }, quote! { self.#field = unit; }, quote! { unit }),
                false => (
                    quote! { self.#field.unwrap_or(#default) },
                    quote! { self.#field = Some(unit); },
                    quote! { unit },
                ),
            }
        }
    };
    let (get_end, set_end) = match roles.end.required {
        true => (
            quote! { Some(self.#end.to_utc()) },
            quote! { self.#end = ending_at.map_or(self.#end, #timestamp::from); },
        ),
        false => (
            quote! { self.#end.map(#timestamp::to_utc) },
            quote! { self.#end = ending_at.map(#timestamp::from); },
        ),
    };
    let (get_length, set_length) = match roles.length_required {
        true => (quote! { self.#length }, quote! { self.#length = length; }),
        false => (
            quote! { self.#length.unwrap_or(Self::MAX_LENGTH) },
            quote! { self.#length = Some(length); },
        ),
    };
    let clear_start = roles.start.iter().map(|start| {
        let start = ident(start);
        quote! { self.#start = None; }
    });
    let (labels, points) = match &roles.content {
        RowContent::Flat { .. } => (quote! {}, quote! { output.#rows }),
        RowContent::Nested(row) => {
            let labels = &row.labels;
            (quote! { const LABELS: &[&str] = &[#(#labels),*]; }, nested::points(roles, row))
        }
    };
    let kept_days = roles.kept_days.iter().map(|days| {
        let days = Literal::u32_unsuffixed(*days);
        quote! { const KEPT_DAYS: Option<u32> = Some(#days); }
    });
    let rows_wire = nested::unless_usual("POINTS", &roles.rows_wire, "data");
    let by_role = by_role(&roles.roles, scope);
    let general = quote! {
        impl #series for #request {
            type Point = #point;

            #rows_wire

            const UNITS: &[#unit_type] = &[#(#units),*];

            const MAX_LENGTH: u32 = #longest;

            #by_role

            #labels

            #(#kept_days)*

            fn length(&self) -> u32 { #get_length }

            fn unit(&self) -> #unit_type { #get_unit }

            fn ending_at(&self) -> Option<#date_time<#utc>> { #get_end }

            fn window(&mut self, #unit_name: #unit_type, length: u32, ending_at: Option<#date_time<#utc>>) {
                #set_unit
                #set_length
                #set_end
                #(#clear_start)*
            }

            fn points(output: #output) -> Vec<#point> { #points }
        }
    };
    if let RowContent::Nested(_) = &roles.content {
        return vec![general];
    }
    let (flat_series, message) = (scope.core("FlatSeries"), scope.core("Message"));
    let flat = quote! {
        impl #flat_series for #request {
            fn reply(points: Vec<#point>) -> #output { #output::new(#message::Success, points) }
        }
    };
    vec![general, flat]
}

/// Returns the constructor of a selection: the required parameters without the window.
pub(super) fn selection(it: &Operation, roles: &Series, scope: &mut Scope) -> TokenStream {
    let mut arguments = Vec::new();
    let mut values = Vec::new();
    let fields = it.parameters.iter().map(|parameter| &parameter.field);
    for field in fields.filter(|field| field.presence == Presence::Required) {
        let name = ident(&field.ident);
        values.push(if field.ident == roles.length {
            scope.core("Series");
            quote! { Self::MAX_LENGTH }
        } else if roles.unit.as_ref().is_some_and(|unit| unit.field == field.ident) {
            let unit = scope.core("Unit");
            quote! { #unit::Day }
        } else if roles.end.field == field.ident {
            let (date_time, utc) = (scope.core("DateTime"), scope.core("Utc"));
            quote! { #date_time::<#utc>::UNIX_EPOCH }
        } else {
            let (ty, _) = argument(field, false, scope);
            arguments.push(quote! { #name: #ty });
            quote! { #name }
        });
    }
    quote! {
        #[doc = " A selection for an export, which sets the window itself."]
        #[must_use]
        pub fn selection(#(#arguments),*) -> Self {
            Self::new(#(#values),*)
        }
    }
}

/// Returns the constant with the parameters by role.
fn by_role(roles: &Roles, scope: &mut Scope) -> TokenStream {
    let roles_type = scope.core("Roles");
    let (length, end) = (&roles.length, &roles.end);
    let unit = roles.unit.iter().map(|unit| quote! { .unit(#unit) });
    let dimensions: Vec<_> = roles.dimensions.iter().map(|it| dimension(it, scope)).collect();
    let start = roles.start.iter().map(|start| quote! { .start(#start) });
    let dimensions = match dimensions.is_empty() {
        true => quote! {},
        false => quote! { .dimensions(&[#(#dimensions),*]) },
    };
    quote! { const ROLES: #roles_type = #roles_type::new(#length, #end) #(#unit)* #(#start)* #dimensions; }
}

/// Returns a dimension, with the list operation that has all of its values.
fn dimension(it: &Dimension, scope: &mut Scope) -> TokenStream {
    let dimension = scope.core("Dimension");
    let name = &it.name;
    let made = match it.required {
        true => quote! { #dimension::required(#name) },
        false => quote! { #dimension::optional(#name) },
    };
    let Some(Listing { operation, items, id, name, edited_since }) = &it.listing else {
        return made;
    };
    let listing = scope.core("Listing");
    let id = id.iter().map(|id| quote! { .id(#id) });
    let column = format!("{}_name", it.name.trim_end_matches("_id"));
    let name = name.iter().map(|name| quote! { .name(#name, #column) });
    let edited_since = edited_since.iter().map(|name| quote! { .edited_since(#name) });
    quote! {
        #made.listing(#listing::new(#operation, #items) #(#id)* #(#name)* #(#edited_since)*)
    }
}

/// `impl Point` and `impl FlatPoint`
pub(super) fn point(roles: &Series, scope: &mut Scope) -> Vec<TokenStream> {
    let (value, wire, ty) = match &roles.content {
        RowContent::Flat { value, wire, ty } => (value, wire, ty),
        RowContent::Nested(row) => return vec![nested::point(roles, row, scope)],
    };
    let (trait_name, series_time) = (scope.core("Point"), scope.core("SeriesTime"));
    let flat_point = scope.core("FlatPoint");
    let point = ident(&roles.point);
    let (time, value) = (ident(&roles.time), ident(value));
    let time_wire = nested::unless_usual("TIME", &roles.time_wire, "time");
    let number = match ty {
        Type::F64 => quote! { f64 },
        _ => quote! { u64 },
    };
    let general = quote! {
        impl #trait_name for #point {
            type Value = #number;

            const VALUE: &str = #wire;

            #time_wire

            fn time(&self) -> &#series_time { &self.#time }

            fn value(&self) -> #number { self.#value }
        }
    };
    let flat = quote! {
        impl #flat_point for #point {
            fn new(time: #series_time, value: #number) -> Self { Self::new(time, value) }
        }
    };
    vec![general, flat]
}
