//! The columns of a CSV: their names, places and types.

use braze_records::{InputError, InputFormat, RecordReader, ValueType};

use super::{file, lines, shown};

fn csv() -> RecordReader {
    RecordReader::new(InputFormat::Csv)
}

/// The problems of a header.
fn problems(reader: &RecordReader, header: &str) -> String {
    match reader.lines(file(header)) {
        Err(InputError::Columns(problems)) => {
            let lines: Vec<_> = problems.as_slice().iter().map(ToString::to_string).collect();
            lines.join("\n")
        }
        other => panic!("{other:?}"),
    }
}

#[test]
fn one_line_gives_attributes_an_event_and_a_purchase() {
    let text = "external_id,email,first_name,attributes.plan,events.name,events.time,events.properties.zoom:integer,\
                purchases.product_id,purchases.currency,purchases.price,purchases.time\n\
                u-1,a@example.com,Ida,gold,opened,2026-05-02 08:00Z,3,sku,EUR,12.5,2026-05-02T09:00:00+02:00\n\
                u-2,,,,closed,2026-05-02T08:00:00Z,,,,,\n\
                u-3,b@example.com,,,,,,,,,\n\
                u-4,,,,,,,,,,\n";
    insta::assert_snapshot!(shown(&lines(&csv(), text)));
}

#[test]
fn an_address_names_the_user_where_nothing_else_does() {
    let text = "email,phone,events.name,events.time\n\
                a@example.com,+155501,opened,2026-05-02T08:00:00Z\n\
                ,+155501,opened,2026-05-02T08:00:00Z\n\
                a@example.com,,,\n\
                ,,,\n";
    insta::assert_snapshot!(shown(&lines(&csv(), text)));
}

#[test]
fn types_come_from_the_field_a_hint_or_a_choice() {
    let text = "id,dob,attributes.age:integer,attributes.score,attributes.tags:json,attributes.zip,attributes.since:time\n\
                u-1,1990-02-03, 42 ,1.5,\"[\"\"a\"\",1]\",01234,2026-05-02 08:00:00Z\n\
                u-2,03.02.1990,old,much,[a,01234,2026-05-02\n";
    let reader = csv().map("id", "external_id").value_type("attributes.score", ValueType::Number);
    insta::assert_snapshot!(shown(&lines(&reader, text)));
}

#[test]
fn empty_cells_are_left_out_or_null() {
    let text = "external_id,email,country,attributes.plan,email_subscribe,events.name,events.time,events.properties.a\n\
                u-1,,,,,opened,2026-05-02T08:00:00Z,\n";
    let left_out = shown(&lines(&csv(), text));
    let as_null = shown(&lines(&csv().empty_as_null(true), text));
    insta::assert_snapshot!(format!("{left_out}\n{as_null}"));
}

#[test]
fn rules_of_the_api_are_checked() {
    let text = "external_id,braze_id,country,gender,current_location.longitude,current_location.latitude,\
                purchases.product_id,purchases.currency,purchases.price,purchases.quantity,purchases.time\n\
                u-1,b-1,Germany,X,190,3,,,,,\n\
                u-1,,DE,M,9,3,sku,EURO,1,101,2026-05-02T08:00:00Z\n\
                u-1,,,,,,sku,EUR,1,1.5,today\n\
                u-1,,,,,,sku,,,,\n";
    insta::assert_snapshot!(shown(&lines(&csv(), text)));
}

#[test]
fn lines_that_cannot_be_read_are_records_with_a_problem() {
    let text = b"\xEF\xBB\xBFexternal_id,attributes.plan\nu-1,gold,more\nu-2\n\nu-3,\xFFa\n\"u-4\",\"two\nlines\"\nu-5,tin\n";
    insta::assert_snapshot!(shown(&lines(&csv(), text)));
}

#[test]
fn columns_that_cannot_be_used_are_told_all_at_once() {
    let header = "externalid,first_name,first_name,plan,attributes.email,attributes.age:int,events.nme,events.time,\
                  ,current_location,current_location.latitude,a b:integer\n";
    let reader = csv().map("plan", "atributes.plan").leave_out("nowhere");
    insta::assert_snapshot!(problems(&reader, header));
}

#[test]
fn columns_that_others_need_must_be_there() {
    insta::assert_snapshot!(problems(
        &csv(),
        "attributes.plan,events.name,purchases.price,user_alias.alias_name\n"
    ));
    insta::assert_snapshot!(problems(&csv(), "attributes.plan\n"));
    insta::assert_snapshot!(problems(
        &csv().value_type("dob", ValueType::Json),
        "external_id,dob\n"
    ));
}
