//! Both clients fill a file: the documented loops, over sockets.

use super::Database;
use crate::export::clients::{CLIENTS, sandbox};

#[test]
fn both_clients_fill_the_same_file() {
    let sandbox = sandbox().start().unwrap();
    let dumps = CLIENTS.map(|client| {
        let database = Database::new();
        let (ranges, tally) = database.sync(client, &sandbox, "2024-01-01");
        assert_eq!((ranges, tally.new, tally.changed), (1, 136, 0), "{client:?}");
        database.dump()
    });
    assert_eq!(dumps[0], dumps[1]);
}

#[test]
fn a_second_sync_reads_only_the_incomplete_day() {
    let sandbox = sandbox().start().unwrap();
    for client in CLIENTS {
        let database = Database::new();
        database.sync(client, &sandbox, "2024-01-01");
        let before = database.dump();
        let (ranges, tally) = database.sync(client, &sandbox, "2024-01-01");
        assert_eq!((ranges, tally.new, tally.unchanged), (1, 0, 1), "{client:?}");
        assert_eq!(database.dump(), before);
        // A range of complete days needs nothing.
        let needs = database.series.needs(&mut database.open(), "2024-01-01", Some("2024-05-15"));
        assert!(needs.is_empty(), "{needs:?}");
    }
}
