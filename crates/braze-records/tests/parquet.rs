//! Records from Parquet: those of the same values in JSON lines, types that are not read, files of rejects.
#![cfg(feature = "parquet")]
#![expect(clippy::unwrap_used, reason = "an unwrap that fails is a test that fails")]

use std::fs::File;
use std::io::{Seek as _, Write as _};
use std::sync::Arc;

use arrow_array::builder::{ListBuilder, StringBuilder};
use arrow_array::{
    ArrayRef, BooleanArray, Date32Array, Decimal128Array, Float64Array, Int64Array, RecordBatch,
    StringArray, StructArray, TimestampMicrosecondArray, TimestampMillisecondArray,
};
use arrow_schema::{DataType, Field};
use braze_core::import::Record;
use braze_records::{InputError, InputFormat, RecordReader, RejectWriter};
use parquet::arrow::ArrowWriter;
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// A file with these columns.
fn parquet(columns: Vec<(&str, ArrayRef)>) -> File {
    let columns = columns.into_iter().map(|(name, array)| (name, array, true));
    let batch = RecordBatch::try_from_iter_with_nullable(columns).unwrap();
    let mut file = tempfile::tempfile().unwrap();
    let mut writer = ArrowWriter::try_new(&mut file, batch.schema(), None).unwrap();
    writer.write(&batch).unwrap();
    writer.close().unwrap();
    file.rewind().unwrap();
    file
}

fn text(text: &str) -> File {
    let mut file = tempfile::tempfile().unwrap();
    file.write_all(text.as_bytes()).unwrap();
    file.rewind().unwrap();
    file
}

fn read(format: InputFormat, file: File) -> Vec<Record> {
    let mut records = RecordReader::new(format).records(file).unwrap();
    let all = records.by_ref().collect();
    records.finish().unwrap();
    all
}

fn essence(record: &Record) -> (Value, Option<&str>, String) {
    let value = serde_json::from_slice(record.json()).unwrap();
    (value, record.problem(), record.kind().name().to_owned())
}

/// The values of a row: an identifier, a text, a number, an amount, a truth value, days since 1970, and seconds.
type Row =
    (String, Option<String>, Option<i64>, Option<i32>, Option<bool>, Option<i32>, Option<i64>);

fn rows() -> impl Strategy<Value = Vec<Row>> {
    let row = (
        "[a-z]{1,8}",
        prop::option::of("[a-zß\"]{1,8}"),
        any::<Option<i64>>(),
        any::<Option<i32>>(),
        any::<Option<bool>>(),
        prop::option::of(-20_000..20_000_i32),
        prop::option::of(0..4_000_000_000_i64),
    );
    prop::collection::vec(row, 0..2_500)
}

fn date(days: i32) -> String {
    let date = braze_core::DateTime::from_timestamp(i64::from(days) * 86_400, 0).unwrap();
    date.format("%Y-%m-%d").to_string()
}

fn time(seconds: i64) -> String {
    let time = braze_core::DateTime::from_timestamp(seconds, 0).unwrap();
    time.format("%Y-%m-%dT%H:%M:%SZ").to_string()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn parquet_and_json_lines_give_equal_records(rows in rows()) {
        let times: TimestampMillisecondArray =
            rows.iter().map(|row| row.6.map(|seconds| seconds * 1_000)).collect();
        let names: StringArray = rows.iter().map(|row| row.6.map(|_| "opened")).collect();
        let columns: Vec<(&str, ArrayRef)> = vec![
            ("external_id", Arc::new(rows.iter().map(|row| Some(&row.0)).collect::<StringArray>())),
            ("attributes.plan", Arc::new(rows.iter().map(|row| row.1.as_ref()).collect::<StringArray>())),
            ("attributes.age", Arc::new(rows.iter().map(|row| row.2).collect::<Int64Array>())),
            ("attributes.score", Arc::new(
                rows.iter().map(|row| row.3.map(|it| f64::from(it) / 4.0)).collect::<Float64Array>(),
            )),
            ("email_open_tracking_disabled", Arc::new(rows.iter().map(|row| row.4).collect::<BooleanArray>())),
            ("dob", Arc::new(rows.iter().map(|row| row.5).collect::<Date32Array>())),
            ("events.name", Arc::new(names)),
            ("events.time", Arc::new(times.with_timezone("UTC"))),
        ];
        let mut lines = String::new();
        for (id, plan, age, score, flag, dob, seconds) in &rows {
            let fields = [
                ("external_id", Some(json!(id))),
                ("attributes.plan", plan.as_ref().map(|it| json!(it))),
                ("attributes.age", age.map(Value::from)),
                ("attributes.score", score.map(|it| json!(f64::from(it) / 4.0))),
                ("email_open_tracking_disabled", flag.map(Value::from)),
                ("dob", dob.map(|days| json!(date(days)))),
                ("events.name", seconds.map(|_| json!("opened"))),
                ("events.time", seconds.map(|it| json!(time(it)))),
            ];
            let fields = fields.into_iter().filter_map(|(name, value)| Some((name.to_owned(), value?)));
            lines += &format!("{}\n", Value::Object(fields.collect::<Map<_, _>>()));
        }
        let from_parquet = read(InputFormat::Parquet, parquet(columns));
        let from_lines = read(InputFormat::JsonLines, text(&lines));
        let from_parquet: Vec<_> = from_parquet.iter().map(essence).collect();
        let from_lines: Vec<_> = from_lines.iter().map(essence).collect();
        prop_assert_eq!(from_parquet, from_lines);
    }
}

#[test]
fn lists_structs_and_decimals_become_json() {
    let mut tags = ListBuilder::new(StringBuilder::new());
    tags.append_value([Some("a"), None]);
    let street: ArrayRef = Arc::new(StringArray::from(vec!["High Street"]));
    let address =
        StructArray::from(vec![(Arc::new(Field::new("street", DataType::Utf8, true)), street)]);
    let price = Decimal128Array::from(vec![1_250]).with_precision_and_scale(9, 2).unwrap();
    let file = parquet(vec![
        ("external_id", Arc::new(Int64Array::from(vec![7]))),
        ("attributes.tags", Arc::new(tags.finish())),
        ("attributes.address", Arc::new(address)),
        ("attributes.price", Arc::new(price)),
        (
            "attributes.since",
            Arc::new(TimestampMicrosecondArray::from(vec![1_500_000]).with_timezone("UTC")),
        ),
    ]);
    let records = read(InputFormat::Parquet, file);
    let value: Value = serde_json::from_slice(records[0].json()).unwrap();
    assert_eq!(
        value,
        json!({
            "external_id": "7",
            "tags": ["a", null],
            "address": {"street": "High Street"},
            "price": 12.5,
            "since": "1970-01-01T00:00:01.500Z",
        })
    );
}

#[test]
fn columns_of_other_types_are_errors_and_values_problems() {
    let naive = || Arc::new(TimestampMicrosecondArray::from(vec![1_500_000])) as ArrayRef;
    let id = || ("external_id", Arc::new(StringArray::from(vec!["u-1"])) as ArrayRef);
    let reader = RecordReader::new(InputFormat::Parquet);
    let error = reader.lines(parquet(vec![id(), ("attributes.since", naive())])).err();
    assert_eq!(
        error.map(|error| error.to_string()),
        Some(
            "column `attributes.since` holds times without a time zone: write them as timestamps in UTC"
                .to_owned()
        )
    );
    let left_out = reader.clone().leave_out("attributes.since");
    assert!(left_out.lines(parquet(vec![id(), ("attributes.since", naive())])).is_ok());
    let infinite = Arc::new(Float64Array::from(vec![f64::INFINITY]));
    let records = read(InputFormat::Parquet, parquet(vec![id(), ("attributes.n", infinite)]));
    assert_eq!(records[0].problem(), Some("column `attributes.n` must be a finite number"));
    let error = reader.lines(text("external_id\nu-1\n")).err();
    assert!(matches!(error, Some(InputError::Parquet(_))), "{error:?}");
}

#[test]
fn rejects_of_parquet_are_json_lines() {
    let file = parquet(vec![
        ("external_id", Arc::new(StringArray::from(vec!["u-1"]))),
        ("country", Arc::new(StringArray::from(vec!["Germany"]))),
        ("dob", Arc::new(Date32Array::from(vec![0]))),
    ]);
    let mut lines = RecordReader::new(InputFormat::Parquet).lines(file).unwrap();
    let mut writer = RejectWriter::new(Vec::new(), lines.header());
    let line = lines.next().unwrap().unwrap();
    let record = &line.records[0];
    writer.write(&line.source, &line.records, record.problem().unwrap()).unwrap();
    let rejects = String::from_utf8(writer.finish().unwrap()).unwrap();
    assert_eq!(
        rejects,
        "{\"braze_reason\":\"`country` has 7 characters, but from 2 to 2 are allowed\",\
         \"braze_records\":\"attributes\",\"country\":\"Germany\",\"dob\":\"1970-01-01\",\"external_id\":\"u-1\"}\n"
    );
    let mended = read(InputFormat::JsonLines, text(&rejects.replace("Germany", "DE")));
    assert_eq!(mended[0].json(), br#"{"external_id":"u-1","country":"DE","dob":"1970-01-01"}"#);
}
