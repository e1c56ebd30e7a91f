//! `--as KIND` and `braze catalogs import`: records other than attributes, events and purchases.

use braze_sandbox::Sandbox;
use serde_json::Value;

use super::{Files, assert_transcript, assert_usage, braze};
use crate::cli::KEY;
use crate::cli::pty::answering_on_terminal;

fn sandbox() -> Sandbox {
    crate::cli::export::sandbox("{}")
}

/// The reply of a command to a request to this sandbox.
fn read(sandbox: &Sandbox, line: &str) -> Value {
    let line = format!("{line} --base-url {}", sandbox.url());
    let run = braze(&line).env("BRAZE_API_KEY", &sandbox.api_key_text()).pinned().run();
    assert_eq!(run.code(), Some(0), "{run}");
    serde_json::from_str(run.stdout()).unwrap()
}

impl Files {
    /// An import of items into the catalog of teas of a sandbox outside of the command.
    fn items_to(&self, sandbox: &Sandbox, arguments: &str) -> super::Braze {
        let line = format!("catalogs import --catalog-name teas --yes {arguments}");
        self.run(&format!("{line} --base-url {}", sandbox.url()))
            .env("BRAZE_API_KEY", &sandbox.api_key_text())
            .pinned()
    }
}

const GROUP: &str = "7f1c2d3e-93a4-4d0b-9d6f-0c7f0a5d2b01";

#[test]
fn help() {
    assert_transcript!("help_catalogs_import", braze("catalogs import --help").run());
}

#[test]
fn states_in_subscription_groups_can_be_read_back() {
    let header =
        "subscription_group_id,subscription_state,external_id,email,use_double_opt_in_logic";
    let text = format!(
        "{header}\n{GROUP},unsubscribed,u-1,,\n{GROUP},subscribed,,kit@example.com,false\n\
         {GROUP},maybe,u-2,,\n{GROUP},subscribed,u-3,,perhaps\n"
    );
    let (files, sandbox) = (Files::new("states.csv", &text), sandbox());
    let line = "states.csv --as subscription-states --rejects rejects.csv";
    let run = files.import_to(&sandbox, line).run();
    assert_eq!(run.code(), Some(5), "{run}");
    assert_transcript!("import_subscription_states", run);
    let line = format!("subscription status-get --external-id u-1 --subscription-group-id {GROUP}");
    let status = read(&sandbox, &line);
    assert_eq!(status["status"]["u-1"], "Unsubscribed");
    insta::assert_snapshot!("import_subscription_rejects", files.text("rejects.csv"));

    let mended =
        files.text("rejects.csv").replace("maybe", "subscribed").replace("perhaps", "true");
    let files = files.with("mended.csv", &mended);
    let run = files.import_to(&sandbox, "mended.csv --as subscription-states").run();
    assert_eq!(run.code(), Some(0), "{run}");
}

#[test]
fn users_are_found_by_their_new_identifiers_until_they_are_deleted() {
    let (files, sandbox) =
        (Files::new("users.csv", "external_id,first_name\nu-1,Ida\n"), sandbox());
    let run = files.import_to(&sandbox, "users.csv").run();
    assert_eq!(run.code(), Some(0), "{run}");
    for (file, kind, text) in [
        ("aliases.csv", "aliases", "external_id,alias_label,alias_name\nu-1,crm,a-1\n"),
        ("renames.csv", "external-id-renames", "current_external_id,new_external_id\nu-1,u-2\n"),
        ("removals.csv", "external-id-removals", "external_id\nu-1\n"),
    ] {
        std::fs::write(files.path(file), text).unwrap();
        let run = files.import_to(&sandbox, &format!("{file} --as {kind}")).run();
        assert_eq!(run.code(), Some(0), "{run}");
        assert!(
            run.stderr().ends_with("1 of 1 records: 1 accepted, 0 rejected, 0 unknown\n"),
            "{run}"
        );
    }
    assert_eq!(super::profiles(&sandbox, "u-2")[0]["first_name"], "Ida");
    assert_eq!(super::profiles(&sandbox, "u-1").as_array().map(Vec::len), Some(0));
    std::fs::write(files.path("gone.csv"), "external_id\nu-2\n").unwrap();
    let run = files.import_to(&sandbox, "gone.csv --as deletions").run();
    assert_eq!(run.code(), Some(0), "{run}");
    assert_eq!(super::profiles(&sandbox, "u-2").as_array().map(Vec::len), Some(0));
}

/// An alias that another user has stays theirs, and the one that was to be renamed stays as it was.
#[test]
fn a_renamed_alias_takes_the_place_of_the_old_one_unless_it_is_taken() {
    let users = "external_id\nu-1\nu-2\n";
    let aliases = "external_id,alias_label,alias_name\nu-1,crm,a-1\nu-2,crm,a-2\n";
    let updates = "alias_label,old_alias_name,new_alias_name\ncrm,a-1,b-1\ncrm,a-2,b-1\n";
    let files = Files::new("users.csv", users).with("a.csv", aliases).with("u.csv", updates);
    let sandbox = sandbox();
    for line in ["users.csv", "a.csv --as aliases", "u.csv --as alias-updates"] {
        let run = files.import_to(&sandbox, line).run();
        assert_eq!(run.code(), Some(0), "{run}");
    }
    for (id, name) in [("u-1", "b-1"), ("u-2", "a-2")] {
        let line = format!("users export-ids --external-ids {id} --fields-to-export user_aliases");
        let aliases = &read(&sandbox, &line)["users"][0]["user_aliases"];
        let expected = serde_json::json!([{ "alias_label": "crm", "alias_name": name }]);
        assert_eq!(*aliases, expected);
    }
}

#[test]
fn every_kind_of_record_has_columns() {
    let prioritized = r#""[""unidentified"", ""most_recently_updated""]""#;
    for (kind, header, line) in [
        ("aliases", "alias_label,alias_name,external_id", "crm,a-1,u-1"),
        ("alias-updates", "alias_label,old_alias_name,new_alias_name", "crm,a-1,a-2"),
        (
            "identifications",
            "external_id,user_alias.alias_name,user_alias.alias_label",
            "u-9,a-1,crm",
        ),
        (
            "identifications",
            "external_id,email,prioritization",
            &format!("u-9,a@b.example,{prioritized}"),
        ),
        ("deletions", "external_id,email,prioritization", "u-1,,"),
        ("deletions", "external_id,email,prioritization", &format!(",a@b.example,{prioritized}")),
        ("external-id-renames", "current_external_id,new_external_id", "u-1,u-2"),
        ("external-id-removals", "external_id", "u-1"),
        ("email-statuses", "email,subscription_state", "a@b.example,opted_in"),
        ("bounce-removals", "email", "a@b.example"),
        ("spam-removals", "email", "a@b.example"),
        ("email-blocks", "email", "a@b.example"),
        ("invalid-phone-removals", "phone", "+15550100"),
    ] {
        let files = Files::new("records.csv", &format!("{header}\n{line}\n"));
        let run =
            files.run(&format!("users import records.csv --as {kind} --sandbox")).pinned().run();
        assert_eq!(run.code(), Some(0), "{run}");
        let dry = format!("users import records.csv --as {kind} --dry-run --instance us-01");
        let run = files.run(&dry).env("BRAZE_API_KEY", KEY).pinned().run();
        assert_eq!(run.code(), Some(0), "{run}");
        assert!(run.stderr().contains(&format!(": 1 {}\n", kind.replace('-', "_"))), "{run}");
    }
}

#[test]
fn lines_of_json_are_records_as_they_stand() {
    let text = "{\"external_id\":\"u-1\",\"user_alias\":{\"alias_name\":\"a-1\",\"alias_label\":\"crm\"}}\n\
                {\"external_id\":17}\nno object\n";
    let files = Files::new("users.jsonl", text);
    let line = "users import users.jsonl --as identifications --sandbox --rejects rejects.jsonl";
    let run = files.run(line).pinned().run();
    assert_eq!(run.code(), Some(5), "{run}");
    assert_transcript!("import_json_identifications", run);
    insta::assert_snapshot!("import_json_rejects", files.text("rejects.jsonl"));
}

#[test]
fn items_of_a_catalog_can_be_read_back() {
    let text = "id,Price:number,Notes:json,Harvest\n\
                oolong,7.5,\"[\"\"floral\"\"]\",2024-05-01T08:00:00Z\n\
                sencha,much,,\nmatcha,30,,\n";
    let (files, sandbox) = (Files::new("teas.csv", text), sandbox());
    let run = files.items_to(&sandbox, "teas.csv").run();
    assert_eq!(run.code(), Some(5), "{run}");
    assert_transcript!("import_items", run);
    let item = read(&sandbox, "catalogs get-item --catalog-name teas --item-id oolong");
    insta::assert_json_snapshot!("import_item_read_back", item["items"]);

    let files = files.with("prices.jsonl", "{\"id\":\"matcha\",\"Price\":28}\n");
    let run = files.items_to(&sandbox, "prices.jsonl --as updates").run();
    assert_eq!(run.code(), Some(0), "{run}");
    let item = read(&sandbox, "catalogs get-item --catalog-name teas --item-id matcha");
    assert_eq!(item["items"][0]["Price"], 28.0, "{item}");

    let files = files.with("gone.csv", "id\nmatcha\n");
    let run = files.items_to(&sandbox, "gone.csv --as deletions --state gone.state").run();
    assert_eq!(run.code(), Some(0), "{run}");
    let again = files.items_to(&sandbox, "gone.csv --as deletions --state gone.state").run();
    assert_eq!(again.code(), Some(0), "{again}");
    assert!(again.stderr().contains("1 of 1 records were sent before: 1 accepted"), "{again}");
    let other = files.items_to(&sandbox, "gone.csv --state gone.state").run();
    assert_eq!(other.code(), Some(2), "{other}");
}

#[test]
fn one_wrong_item_does_not_take_the_others_with_it() {
    let items: String = (0..60).map(|at| format!("t-{at},{at}\n")).collect();
    let text = format!("id,Price:number,Unknown\n{}", items.replace("t-7,7\n", "t-7,7,x\n"));
    let text: String = text
        .lines()
        .map(|line| match line.matches(',').count() {
            2 => format!("{line}\n"),
            _ => format!("{line},\n"),
        })
        .collect();
    let (files, sandbox) = (Files::new("teas.csv", &text), sandbox());
    let run = files.items_to(&sandbox, "teas.csv").run();
    assert_eq!(run.code(), Some(5), "{run}");
    assert!(run.stderr().contains("60 of 60 records: 59 accepted, 1 rejected, 0 unknown"), "{run}");
}

#[test]
fn what_is_deleted_is_asked_for_first() {
    let (files, sandbox) = (Files::new("gone.csv", "id\noolong\n"), sandbox());
    let line = format!(
        "catalogs import gone.csv --catalog-name teas --as deletions --base-url {}",
        sandbox.url()
    );
    let delete = || files.run(&line).env("BRAZE_API_KEY", &sandbox.api_key_text()).pinned();
    assert_usage!("import_deletions_unconfirmed", delete().run());
    let (code, screen) = answering_on_terminal(delete(), "n\n");
    assert_eq!(code, Some(2), "{screen}");
    assert!(screen.contains("`DELETE /catalogs/{catalog_name}/items` deletes data"), "{screen}");
    assert_eq!(sandbox.request_count(), 0);
}

#[test]
fn options_that_do_not_apply_are_refused() {
    let files = Files::new("a.csv", "alias_label,alias_name,a.b.c\ncrm,a-1,x\n");
    for options in ["--only-changed --against b.csv", "--empty-as-null"] {
        let line = format!("users import a.csv --as aliases --sandbox {options}");
        assert_eq!(files.run(&line).run().code(), Some(2));
    }
    let line = "users import a.csv --as aliases --sandbox";
    assert_usage!("import_deep_column", files.run(line).run());
    assert_usage!(
        "import_unknown_kind",
        files.run("users import a.csv --as people --sandbox").run()
    );
    let run = files.run("catalogs import a.csv --sandbox").run();
    assert_eq!(run.code(), Some(2), "{run}");
}
