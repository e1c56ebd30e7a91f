//! Downloads: files on other servers, which get no key.

use super::{Client, Exchange, Reply, Trial, scenarios};

scenarios![
    a_file,
    a_file_larger_than_a_reply_may_be,
    a_file_that_is_not_there_yet,
    a_redirect_is_not_followed,
    a_server_that_fails,
    a_file_that_is_cut_short,
    nobody_listens,
    addresses_that_cannot_be_used,
];

fn archive() -> Reply {
    Reply::new(200).header("content-type", "application/zip").body("0123456789")
}

fn a_file(trial: &mut Trial<impl Client>) {
    trial.serve([archive(), archive().chunked()]);
    trial.download("/exports/one.zip?signature=a%2Fb");
    trial.download("/exports/two.zip");
}

fn a_file_larger_than_a_reply_may_be(trial: &mut Trial<impl Client>) {
    trial.serve([archive()]);
    trial.configure(|config| config.max_body(9));
    trial.download("/exports/one.zip");
}

fn a_file_that_is_not_there_yet(trial: &mut Trial<impl Client>) {
    trial.serve([Reply::new(403), Reply::new(404), archive()]);
    for _ in 0..3 {
        trial.download("/exports/one.zip");
    }
}

fn a_redirect_is_not_followed(trial: &mut Trial<impl Client>) {
    trial.serve([Reply::new(302).header("location", "/elsewhere")]);
    trial.download("/exports/one.zip");
}

fn a_server_that_fails(trial: &mut Trial<impl Client>) {
    trial.serve([Reply::new(500).body("<html>")]);
    trial.download("/exports/one.zip");
}

fn a_file_that_is_cut_short(trial: &mut Trial<impl Client>) {
    trial.serve([Exchange::on_request().write_all_but(1, &archive().bytes()).close()]);
    trial.download("/exports/one.zip");
}

fn nobody_listens(trial: &mut Trial<impl Client>) {
    trial.serve([archive()]);
    trial.download_from("http://127.0.0.1:1/exports/one.zip");
    trial.forget_server();
}

fn addresses_that_cannot_be_used(trial: &mut Trial<impl Client>) {
    trial.serve([archive()]);
    for url in ["", "exports/one.zip", "ftp://127.0.0.1/one.zip", "http://files.example/one.zip"] {
        trial.note(url);
        trial.download_from(url);
    }
    trial.forget_server();
}
