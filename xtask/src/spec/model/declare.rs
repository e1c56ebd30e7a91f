//! The macros that declare objects and words of the spec: struct, reader and JSON Schema at once.

/// Declares an object of the spec: its struct, its reader and its JSON Schema, all from one
/// list of keys. The value of a `checked` key is validated and then dropped: it is for people
/// and other tools. `refused` names keys of OpenAPI that the subset omits, and what to write
/// instead. `with span` keeps the object's place.
macro_rules! object {
    (
        $(#[doc = $doc:literal])+
        $name:ident = $title:literal $(with $span:ident)? {
            $( $(#[doc = $about:literal])+ $key:literal => $field:ident: $type:ty, )*
        }
        $( checked { $( $(#[doc = $about_checked:literal])+ $checked:literal: $checked_type:ty, )* } )?
        $( refused { $( $refused:literal => $reason:literal, )* } )?
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone)]
        pub(crate) struct $name {
            $(
                /// The place of the object.
                pub(crate) $span: $crate::spec::source::Span,
            )?
            $( $(#[doc = $about])+ pub(crate) $field: $type, )*
        }

        impl $crate::spec::model::read::Read for $name {
            fn read(
                node: &$crate::spec::yaml::Node,
                diagnostics: &mut $crate::spec::diagnostic::Diagnostics,
            ) -> Option<Self> {
                let object = $crate::spec::model::read::Object::open(
                    node,
                    $title,
                    &[$($key,)* $($($checked,)*)?],
                    &[$($(($refused, $reason)),*)?],
                    diagnostics,
                )?;
                $( let $field = <$type as $crate::spec::model::read::Slot>::read_slot(&object, $key, diagnostics); )*
                $($(
                    <$checked_type as $crate::spec::model::read::Slot>::read_slot(&object, $checked, diagnostics);
                )*)?
                Some(Self { $( $span: node.span, )? $( $field: $field?, )* })
            }

            fn schema(schemas: &mut $crate::spec::model::json_schema::Schemas) -> serde_json::Value {
                schemas.define(stringify!($name), |schemas| {
                    $crate::spec::model::json_schema::object_schema(concat!($($doc, "\n"),+), vec![
                        $((
                            $key,
                            <$type as $crate::spec::model::read::Slot>::REQUIRED,
                            concat!($($about, "\n"),+),
                            <$type as $crate::spec::model::read::Slot>::schema_slot(schemas),
                        ),)*
                        $($((
                            $checked,
                            <$checked_type as $crate::spec::model::read::Slot>::REQUIRED,
                            concat!($($about_checked, "\n"),+),
                            <$checked_type as $crate::spec::model::read::Slot>::schema_slot(schemas),
                        ),)*)?
                    ])
                })
            }
        }
    };
}
pub(crate) use object;

/// Declares a closed set of allowed words of the spec.
macro_rules! words {
    (
        $(#[doc = $doc:literal])+
        $name:ident = $title:literal { $( $(#[doc = $about:literal])+ $word:literal => $variant:ident, )+ }
    ) => {
        $(#[doc = $doc])+
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum $name { $( $(#[doc = $about])+ $variant, )+ }

        impl $crate::spec::model::read::Read for $name {
            fn read(
                node: &$crate::spec::yaml::Node,
                diagnostics: &mut $crate::spec::diagnostic::Diagnostics,
            ) -> Option<Self> {
                match node.as_text() {
                    $( Some($word) => return Some(Self::$variant), )+
                    Some(word) => diagnostics.push($crate::spec::model::read::unknown_word(
                        node.span, word, $title, &[$($word),+],
                    )),
                    None => diagnostics.push($crate::spec::model::read::wrong_kind(node, "a string")),
                }
                None
            }

            fn schema(_: &mut $crate::spec::model::json_schema::Schemas) -> serde_json::Value {
                serde_json::json!({ "enum": [$($word),+] })
            }
        }
    };
}
pub(crate) use words;
