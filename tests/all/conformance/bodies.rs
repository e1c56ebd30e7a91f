//! Bodies: how they are framed and compressed, what is in them, and where they end.

use std::time::Duration;

use super::endpoints::sessions;
use super::server::gzip;
use super::statuses::{BODY, success};
use super::{Client, Exchange, Reply, Trial, scenarios};

scenarios![
    chunked,
    until_the_connection_closes,
    gzipped,
    gzipped_and_chunked,
    gzip_of_two_members,
    gzip_of_an_error,
    gzip_without_a_body,
    gzip_in_name_only,
    gzip_with_a_wrong_checksum,
    gzip_with_something_behind_it,
    another_compression,
    another_compression_of_an_error,
    deflated,
    a_byte_order_mark,
    integral_numbers,
    cut_short_by_length,
    cut_short_in_a_chunk,
    chunked_and_cut_anywhere,
    trailers_without_an_end,
    until_the_connection_is_reset,
    cut_short_in_gzip,
    cut_short_in_the_head,
    chunks_that_are_none,
    at_the_cap,
    above_the_cap_by_length,
    above_the_cap_in_chunks,
    above_the_cap_by_one_once_inflated,
    above_the_cap_in_an_error,
    a_gzip_bomb,
    html_beside_success,
    html_beside_an_error,
    empty_beside_success,
    empty_beside_an_error,
    another_content_type,
    invalid_utf8,
    deep_json,
    something_behind_the_json,
    a_wrong_type_deep_inside,
    unknown_fields,
];

fn cap(trial: &mut Trial<impl Client>, bytes: usize) {
    trial.configure(|config| config.max_body(bytes as u64));
}

fn chunked(trial: &mut Trial<impl Client>) {
    trial.serve([success().chunked(), success()]);
    trial.send(&sessions());
    trial.send(&sessions());
}

fn until_the_connection_closes(trial: &mut Trial<impl Client>) {
    trial.serve([success().until_close(), success()]);
    trial.send(&sessions());
    trial.send(&sessions());
}

/// The second call shows that the connection could be used again.
fn gzipped(trial: &mut Trial<impl Client>) {
    trial.serve([success().gzip(), success()]);
    trial.send(&sessions());
    trial.send(&sessions());
}

fn gzipped_and_chunked(trial: &mut Trial<impl Client>) {
    trial.serve([success().gzip().chunked(), success()]);
    trial.send(&sessions());
    trial.send(&sessions());
}

fn gzip_of_two_members(trial: &mut Trial<impl Client>) {
    let (first, second) = BODY.split_at(20);
    let body = [gzip(first.as_bytes()), gzip(second.as_bytes())].concat();
    trial.serve([Reply::new(200).header("content-encoding", "gzip").body(body)]);
    trial.send(&sessions());
}

fn gzip_of_an_error(trial: &mut Trial<impl Client>) {
    trial.serve([Reply::json(400, r#"{"message":"no"}"#).gzip()]);
    trial.send(&sessions());
}

fn gzip_without_a_body(trial: &mut Trial<impl Client>) {
    trial.serve([Reply::new(500).header("content-encoding", "gzip"), success()]);
    trial.send(&sessions());
}

fn gzip_in_name_only(trial: &mut Trial<impl Client>) {
    trial.serve([success().header("content-encoding", "gzip")]);
    trial.send(&sessions());
}

fn gzip_with_a_wrong_checksum(trial: &mut Trial<impl Client>) {
    let mut body = gzip(BODY.as_bytes());
    let checksum = body.len() - 8;
    body[checksum] ^= 1;
    trial.serve([Reply::new(200).header("content-encoding", "gzip").body(body)]);
    trial.send(&sessions());
}

fn gzip_with_something_behind_it(trial: &mut Trial<impl Client>) {
    let body = [&gzip(BODY.as_bytes())[..], b"something else"].concat();
    trial.serve([Reply::new(200).header("content-encoding", "gzip").body(body)]);
    trial.send(&sessions());
}

/// It was not asked for, so it is not undone: the bytes are no JSON.
fn another_compression(trial: &mut Trial<impl Client>) {
    trial.serve([Reply::new(200).header("content-encoding", "br").body(*b"\x0b\x02\x80{}\x03")]);
    trial.send(&sessions());
}

fn another_compression_of_an_error(trial: &mut Trial<impl Client>) {
    trial.serve([Reply::new(403).header("content-encoding", "br").body(*b"\x0b\x02\x80{}\x03")]);
    trial.send(&sessions());
}

fn deflated(trial: &mut Trial<impl Client>) {
    trial.serve([Reply::new(200)
        .header("content-encoding", "deflate")
        .body(*b"x\x9c\xab\xae\x05\0")]);
    trial.send(&sessions());
}

fn a_byte_order_mark(trial: &mut Trial<impl Client>) {
    trial.serve([Reply::json(200, &format!("\u{feff}{BODY}"))]);
    trial.send(&sessions());
}

fn integral_numbers(trial: &mut Trial<impl Client>) {
    let body = |number: &str| {
        format!(
            r#"{{"message":"success","data":[{{"time":"2024-05-01","sessions":1e3}},{{"time":"2024-05-02","sessions":{number}}}]}}"#
        )
    };
    trial.serve(["12.0", "12.5"].map(|number| Reply::json(200, &body(number))));
    trial.send(&sessions());
    trial.send(&sessions());
}

fn cut_short_by_length(trial: &mut Trial<impl Client>) {
    let cut = Exchange::on_request().write_all_but(5, &success().bytes()).close();
    trial.serve([cut, success().into()]);
    trial.send(&sessions());
}

fn cut_short_in_a_chunk(trial: &mut Trial<impl Client>) {
    let cut = Exchange::on_request().write_all_but(9, &success().chunked().bytes()).close();
    trial.serve([cut, success().into()]);
    trial.send(&sessions());
}

/// Every place within the body and its framing: all are one failure, and all are repeated.
fn chunked_and_cut_anywhere(trial: &mut Trial<impl Client>) {
    let bytes = success().chunked().bytes();
    let body = bytes.len() - success().chunked().head().len();
    let cut = |short| Exchange::on_request().write_all_but(short, &bytes).close();
    trial.serve((1..=body).flat_map(|short| [cut(short), success().into()]));
    for short in 1..=body {
        let reply = trial.client().send(&sessions()).unwrap();
        assert_eq!(reply.attempts, 2, "cut {short} bytes before its end");
        let events = trial.events().join("\n");
        assert!(events.contains("Closed"), "cut {short} bytes before its end: {events}");
    }
    trial.forget_server();
}

fn trailers_without_an_end(trial: &mut Trial<impl Client>) {
    let mut bytes = success().chunked().bytes();
    bytes.truncate(bytes.len() - 2);
    for _ in 0..100_000 {
        bytes.extend_from_slice(b"x-trailer: more\r\n");
    }
    trial.serve([Exchange::on_request().write(bytes).hold()]);
    let error = trial.client().send(&sessions()).unwrap_err();
    trial.note(&super::report::brief(&error));
    trial.forget_server();
}

/// The part that was read is not the whole.
fn until_the_connection_is_reset(trial: &mut Trial<impl Client>) {
    let cut = Exchange::on_request().write(success().until_close().bytes());
    trial.serve([cut.pause(Duration::from_millis(20)).reset(), success().into()]);
    let reply = trial.client().send(&sessions()).unwrap();
    trial.note(&format!("{} attempts", reply.attempts));
    trial.forget_server();
}

fn cut_short_in_gzip(trial: &mut Trial<impl Client>) {
    let whole = gzip(BODY.as_bytes());
    let half = &whole[..whole.len() / 2];
    let reply = |body: &[u8]| Reply::new(200).header("content-encoding", "gzip").body(body);
    let by_length = Exchange::on_request().write_all_but(9, &reply(&whole).bytes()).close();
    let in_a_chunk = Exchange::on_request().write_all_but(9, &reply(&whole).chunked().bytes());
    trial.serve([by_length, in_a_chunk.close(), success().into()]);
    trial.send(&sessions());
    // Whole by its length, but half a gzip stream.
    trial.serve([reply(half), success()]);
    trial.send(&sessions());
}

fn cut_short_in_the_head(trial: &mut Trial<impl Client>) {
    let cut = Exchange::on_request().write_all_but(10, &success().head()).close();
    trial.serve([cut, success().into()]);
    trial.send(&sessions());
}

fn chunks_that_are_none(trial: &mut Trial<impl Client>) {
    let head = Reply::new(200).chunked().head();
    let body = Exchange::on_request().write([&head[..], b"seven\r\n{}\r\n"].concat()).hold();
    trial.serve([body, success().into()]);
    trial.send(&sessions());
}

fn at_the_cap(trial: &mut Trial<impl Client>) {
    // Long enough to be worth compressing.
    let body = format!("{BODY}{:100}", "");
    let reply = || Reply::json(200, &body);
    trial.serve([reply(), reply().gzip(), reply().chunked()]);
    cap(trial, body.len());
    trial.send(&sessions());
    trial.send(&sessions());
    trial.send(&sessions());
}

fn above_the_cap_by_length(trial: &mut Trial<impl Client>) {
    trial.serve([success(), success()]);
    cap(trial, BODY.len() - 1);
    trial.send(&sessions());
}

fn above_the_cap_in_chunks(trial: &mut Trial<impl Client>) {
    trial.serve([success().chunked(), success()]);
    cap(trial, BODY.len() - 1);
    trial.send(&sessions());
}

fn above_the_cap_by_one_once_inflated(trial: &mut Trial<impl Client>) {
    let body = format!("{BODY}{:100}", "");
    trial.serve([Reply::json(200, &body).gzip()]);
    cap(trial, body.len() - 1);
    trial.send(&sessions());
}

fn above_the_cap_in_an_error(trial: &mut Trial<impl Client>) {
    trial.serve([Reply::new(500).body("x".repeat(100))]);
    cap(trial, 99);
    trial.send(&sessions());
}

/// 64 MiB in about 64 KiB.
fn a_gzip_bomb(trial: &mut Trial<impl Client>) {
    let bomb = Reply::new(200).body(vec![b' '; 64 << 20]).gzip();
    trial.serve([bomb.clone(), bomb.chunked()]);
    trial.send(&sessions());
    trial.send(&sessions());
}

fn html_beside_success(trial: &mut Trial<impl Client>) {
    trial.serve([Reply::new(200)
        .header("content-type", "text/html")
        .body("<!doctype html><title>please sign in</title>")]);
    trial.send(&sessions());
}

fn html_beside_an_error(trial: &mut Trial<impl Client>) {
    let page = "<html><h1>403 Forbidden</h1></html>";
    trial.serve([Reply::new(403).header("content-type", "text/html").body(page)]);
    trial.send(&sessions());
}

fn empty_beside_success(trial: &mut Trial<impl Client>) {
    trial.serve([Reply::new(200)]);
    trial.send(&sessions());
}

fn empty_beside_an_error(trial: &mut Trial<impl Client>) {
    trial.serve([Reply::new(400)]);
    trial.send(&sessions());
}

/// The body counts, not what it is called.
fn another_content_type(trial: &mut Trial<impl Client>) {
    trial.serve([
        Reply::new(200).header("content-type", "text/plain; charset=iso-8859-1").body(BODY),
        Reply::new(200).header("content-type", "nonsense").body(BODY),
    ]);
    trial.send(&sessions());
    trial.send(&sessions());
}

fn invalid_utf8(trial: &mut Trial<impl Client>) {
    let body = b"{\"message\":\"success\",\"data\":[{\"time\":\"\xff\xfe\",\"sessions\":1}]}";
    trial
        .serve([Reply::new(200).body(*body), Reply::new(400).body(*b"{\"message\":\"\xc3\x28\"}")]);
    trial.send(&sessions());
    trial.send(&sessions());
}

fn deep_json(trial: &mut Trial<impl Client>) {
    let deep = |status, field: &str| {
        let (open, close) = ("[".repeat(100_000), "]".repeat(100_000));
        Reply::new(status).body(format!(r#"{{"message":"success","{field}":{open}{close}}}"#))
    };
    let replies =
        [deep(200, "data"), deep(200, "errors"), deep(200, "unknown"), deep(400, "errors")];
    let calls = replies.len();
    trial.serve(replies);
    for _ in 0..calls {
        let error = trial.client().send(&sessions()).unwrap_err();
        trial.note(&error.to_string());
    }
    trial.events();
}

fn something_behind_the_json(trial: &mut Trial<impl Client>) {
    trial.serve([
        Reply::json(200, &format!("{BODY}\r\n \t")),
        Reply::json(200, &format!("{BODY}{{}}")),
    ]);
    trial.send(&sessions());
    trial.send(&sessions());
}

fn a_wrong_type_deep_inside(trial: &mut Trial<impl Client>) {
    let row = r#"{"time":"2024-05-01","sessions":"many"}"#;
    let body = format!(r#"{{"message":"success","data":[{{"time":"x","sessions":1}},{row}]}}"#);
    trial.serve([Reply::json(200, &body)]);
    trial.send(&sessions());
}

fn unknown_fields(trial: &mut Trial<impl Client>) {
    let body = r#"{"x":[1,{"y":null}],"data":[{"z":0,"sessions":1,"time":"at noon"}],"message":"success"}"#;
    trial.serve([Reply::json(200, body)]);
    trial.send(&sessions());
}
