//! Broken specs: the shop's spec with one thing wrong, and what is said about it.

use super::shop::{SHOP, problems};
use xtask::diagnostic::Format;

/// For each name, a test: the pieces of the shop's spec on the left become those on the right, and
/// what is then said about it is held in a snapshot.
macro_rules! broken {
    ($( $name:ident: $($old:literal => $new:literal),+; )+) => {
        $(
            #[test]
            fn $name() {
                let mut spec = SHOP.to_owned();
                $(
                    assert!(spec.contains($old), "the shop's spec has no `{}`", $old);
                    spec = spec.replacen($old, $new, 1);
                )+
                let report = problems(&spec);
                assert!(report.is_located());
                insta::assert_snapshot!(stringify!($name), report.render(Format::Plain));
            }
        )+

        #[test]
        fn there_are_at_least_forty_broken_specs() {
            assert!([$(stringify!($name)),+].len() >= 40);
        }
    };
}

broken! {
    unknown_key: "x-braze-permission:" => "x-braze-permision:";
    unknown_key_far_from_all: "summary: Orders by time" => "summary: Orders by time\n      flavour: sweet";
    missing_key: "      operationId: orders.data_series\n" => "";
    missing_reference: "schemas/Unit\"" => "schemas/Units\"";
    reference_to_another_section: "#/components/responses/Failure" => "#/components/schemas/Failure";
    reference_to_anywhere: "#/components/responses/Failure" => "#/paths/~1orders/get";
    wrong_type: "minimum: 1," => "minimum: one,";
    number_for_text: "title: A shop" => "title: 7";
    path_placeholder_without_parameter: "in: path" => "in: query";
    parameter_without_placeholder: "/orders/{order_id}/notes" => "/orders/notes";
    get_with_body: "    post:" => "    get:";
    duplicate_operation_id: "operationId: orders.add_note" => "operationId: orders.data_series";
    unsupported_schema: "type: string, minLength" => "type: [string, integer], minLength";
}
