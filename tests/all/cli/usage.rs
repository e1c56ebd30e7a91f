//! Mistakes on the command line: told before anything is sent, with exit code 2.

use super::{assert_transcript, assert_usage, braze};

#[test]
fn all_invalid_parameters_are_named_at_once_as_they_were_typed() {
    assert_usage!(
        "usage_parameters",
        braze("sessions get --sandbox --length 101 --unit week --ending-at 2024-05-01 --app-id {{app_identifier}}")
            .arg("--segment-id")
            .arg("")
            .run()
    );
}

#[test]
fn a_number_that_is_none_is_named() {
    assert_usage!("usage_number", braze("sessions get --sandbox --length ten").run());
    assert_usage!("usage_negative", braze("sessions get --sandbox --length -5").run());
    assert_usage!("usage_zero", braze("sessions get --sandbox --length 0").run());
}

#[test]
fn a_missing_parameter_is_named() {
    assert_usage!("usage_missing", braze("sessions get --sandbox").run());
}

#[test]
fn a_wrong_option_or_command_suggests_the_near_one() {
    assert_usage!("usage_option", braze("sessions get --sandbox --lenght 3").run());
    assert_usage!("usage_command", braze("sesions get").run());
    assert_usage!("usage_format", braze("sessions get --sandbox --length 3 --format cvs").run());
}

#[test]
fn without_a_server_the_choice_is_explained() {
    assert_usage!("usage_no_server", braze("sessions get --length 3").run());
}

#[test]
fn two_servers_are_one_too_many() {
    assert_usage!(
        "usage_two_servers",
        braze("sessions get --length 3 --sandbox --instance us-01").run()
    );
}

#[test]
fn an_instance_or_address_that_is_none_is_explained() {
    let get = |server: &str| {
        braze(&format!("sessions get --length 3 {server}")).env("BRAZE_API_KEY", super::KEY).run()
    };
    assert_usage!("usage_instance", get("--instance us-09"));
    assert_usage!("usage_base_url_near_miss", get("--base-url https://rest.fra-01.braze.com"));
    assert_usage!("usage_base_url_path", get("--base-url https://rest.iad-01.braze.com/v2"));
    assert_usage!("usage_base_url_http", get("--base-url http://rest.iad-01.braze.com"));
}

#[test]
fn a_scenario_that_is_none_is_explained() {
    assert_usage!("usage_scenario", braze("sessions get --length 3 --sandbox=flakey").run());
}
