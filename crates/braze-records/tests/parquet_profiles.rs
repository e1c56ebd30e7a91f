//! Profiles of users as Parquet: columns of their own type, and nothing lost.
#![cfg(feature = "parquet")]
#![expect(clippy::unwrap_used, reason = "an unwrap that fails is a test that fails")]

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, Int64Type};
use arrow_array::{Array, RecordBatch};
use braze_records::ProfileWriter;
use bytes::Bytes;
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;
use serde_json::json;

fn written(fields: &[&str], profiles: &[serde_json::Value]) -> Vec<RecordBatch> {
    let (mut file, mut writer) = (Vec::new(), ProfileWriter::new(fields.to_vec()).unwrap());
    for profile in profiles {
        writer.write(&profile.to_string(), &mut file).unwrap();
    }
    writer.finish(&mut file).unwrap();
    let reader = ParquetRecordBatchReaderBuilder::try_new(Bytes::from(file)).unwrap();
    reader.with_batch_size(1 << 20).build().unwrap().map(Result::unwrap).collect()
}

#[test]
fn every_field_has_a_column_of_its_type() {
    let fields = [
        "email",
        "random_bucket",
        "total_revenue",
        "last_coordinates",
        "custom_attributes",
        "email",
    ];
    let [batch] = &written(
        &fields,
        &[
            json!({
                "email": "a@example.com", "random_bucket": 17, "total_revenue": 3,
                "last_coordinates": [1.5, -2], "custom_attributes": { "plan": "gold" },
            }),
            json!({ "email": null, "last_coordinates": [] }),
        ],
    )[..] else {
        panic!("there is one batch")
    };
    let names: Vec<_> = batch.schema().fields().iter().map(|it| it.name().clone()).collect();
    assert_eq!(
        names,
        [
            "email",
            "random_bucket",
            "total_revenue",
            "last_coordinates",
            "custom_attributes",
            "other_fields"
        ]
    );
    assert_eq!(batch.column(0).as_string::<i32>().value(0), "a@example.com");
    assert_eq!(batch.column(1).as_primitive::<Int64Type>().value(0), 17);
    assert!((batch.column(2).as_primitive::<Float64Type>().value(0) - 3.0).abs() < f64::EPSILON);
    assert_eq!(
        batch.column(3).as_list::<i32>().value(0).as_primitive::<Float64Type>().values(),
        &[1.5, -2.0]
    );
    assert_eq!(batch.column(4).as_string::<i32>().value(0), r#"{"plan":"gold"}"#);
    let nulls: Vec<_> = batch.columns().iter().map(|column| column.is_null(1)).collect();
    assert_eq!(nulls, [true, true, true, false, true, true]);
}

/// A value of another type and a field that was not asked for stand in `other_fields`.
#[test]
fn nothing_is_lost() {
    let [batch] = &written(
        &["email", "random_bucket"],
        &[json!({ "email": 5, "random_bucket": "many", "country": "FR" })],
    )[..] else {
        panic!("there is one batch")
    };
    assert!(batch.column(0).is_null(0) && batch.column(1).is_null(0));
    let others: serde_json::Value =
        serde_json::from_str(batch.column(2).as_string::<i32>().value(0)).unwrap();
    assert_eq!(others, json!({ "email": 5, "random_bucket": "many", "country": "FR" }));
}

#[test]
fn many_profiles_are_read_back_in_order() {
    let profiles: Vec<_> = (0..3_000).map(|number| json!({ "random_bucket": number })).collect();
    let batches = written(&["random_bucket"], &profiles);
    let numbers = batches.iter().flat_map(|batch| {
        batch.column(0).as_primitive::<Int64Type>().values().iter().copied().collect::<Vec<_>>()
    });
    assert!(numbers.eq(0..3_000));
}

#[test]
fn a_line_that_is_not_an_object_is_an_error() {
    let mut writer = ProfileWriter::new(["email"]).unwrap();
    assert!(writer.write("[1]", &mut Vec::new()).is_err());
    assert!(written(&["email"], &[]).is_empty());
}
