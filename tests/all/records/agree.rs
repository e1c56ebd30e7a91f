//! The same values give the same records in every format.

use braze_core::import::Record;
use braze_records::{InputFormat, RecordReader, ValueType};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

use super::file;

/// A column: its name, its type for a CSV, and values.
fn columns() -> Vec<(&'static str, ValueType, BoxedStrategy<Value>)> {
    let text = "[a-zåß ,;\"'\n]{1,12}".prop_filter("not blank", |text| !text.trim().is_empty());
    let word = "[a-z]{1,8}".prop_map(Value::from).boxed();
    let time = (0..28_u8, 0..24_u8)
        .prop_map(|(day, hour)| json!(format!("2026-05-{:02}T{hour:02}:30:00Z", day + 1)))
        .boxed();
    let tags = prop::collection::vec("[a-z]{1,4}", 0..3).prop_map(Value::from).boxed();
    let text = text.prop_map(Value::from).boxed();
    vec![
        ("external_id", ValueType::String, word.clone()),
        ("attributes.plan", ValueType::String, text),
        ("attributes.age", ValueType::Integer, any::<i64>().prop_map(Value::from).boxed()),
        ("attributes.score", ValueType::Number, (-1e9..1e9).prop_map(Value::from).boxed()),
        ("attributes.is_new", ValueType::Boolean, any::<bool>().prop_map(Value::from).boxed()),
        ("attributes.tags", ValueType::Json, tags),
        (
            "dob",
            ValueType::Date,
            (1..28_u8).prop_map(|day| json!(format!("1990-02-{day:02}"))).boxed(),
        ),
        ("events.name", ValueType::String, word.clone()),
        ("events.time", ValueType::Time, time.clone()),
        ("events.properties.zoom", ValueType::Integer, any::<u32>().prop_map(Value::from).boxed()),
        ("purchases.product_id", ValueType::String, word),
        ("purchases.currency", ValueType::String, Just(json!("EUR")).boxed()),
        (
            "purchases.price",
            ValueType::Number,
            (0..1_000_u32).prop_map(|cents| json!(f64::from(cents) / 8.0)).boxed(),
        ),
        ("purchases.quantity", ValueType::Integer, (1..100_u32).prop_map(Value::from).boxed()),
        ("purchases.time", ValueType::Time, time),
    ]
}

/// Rows with a value in each column, or none.
fn rows() -> impl Strategy<Value = Vec<Vec<Option<Value>>>> {
    let cells: Vec<_> =
        columns().into_iter().map(|(.., values)| prop::option::weighted(0.7, values)).collect();
    prop::collection::vec(cells, 0..12)
}

fn read(format: InputFormat, text: &[u8], empty_as_null: bool) -> Vec<Record> {
    let types = columns().into_iter().map(|(name, of, _)| (name, of));
    let reader = RecordReader::new(format).empty_as_null(empty_as_null);
    let reader = types.fold(reader, |reader, (name, of)| reader.value_type(name, of));
    let mut records = reader.records(file(text)).unwrap();
    let all = records.by_ref().collect();
    records.finish().unwrap();
    all
}

/// A record without the line that it came from.
fn essence(record: &Record) -> (Value, Option<&str>, String) {
    let value = serde_json::from_slice(record.json()).unwrap();
    (value, record.problem(), record.kind().name().to_owned())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn csv_and_json_lines_give_equal_records(rows in rows(), empty_as_null: bool) {
        let mut csv = columns().iter().map(|(name, ..)| *name).collect::<Vec<_>>().join(",") + "\n";
        let mut jsonl = String::new();
        for row in &rows {
            let cells = row.iter().map(|value| match value {
                None => String::new(),
                Some(Value::String(text)) => format!("\"{}\"", text.replace('"', "\"\"")),
                Some(value) => format!("\"{}\"", value.to_string().replace('"', "\"\"")),
            });
            csv += &(cells.collect::<Vec<_>>().join(",") + "\n");
            let fields = columns().into_iter().zip(row).filter_map(|((name, ..), value)| {
                let value = value.clone().or(empty_as_null.then_some(Value::Null))?;
                Some((name.to_owned(), value))
            });
            jsonl += &format!("{}\n", Value::Object(fields.collect::<Map<_, _>>()));
        }
        let csv = read(InputFormat::Csv, csv.as_bytes(), empty_as_null);
        let jsonl = read(InputFormat::JsonLines, jsonl.as_bytes(), empty_as_null);
        let csv: Vec<_> = csv.iter().map(essence).collect();
        let jsonl: Vec<_> = jsonl.iter().map(essence).collect();
        prop_assert_eq!(csv, jsonl);
    }
}
