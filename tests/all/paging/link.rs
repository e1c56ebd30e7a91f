//! `Link` headers: the cursor is read from any spelling of a link, and no header is a crash.

use braze_core::http::HeaderValue;
use braze_core::http::header::LINK;
use braze_core::{Bytes, Error, Machine, PageMachine, PagePosition, Paged, Step};
use proptest::prelude::*;

use super::lists::ByCursor;
use super::peer::body;
use crate::core::peer::{START, reply, session};

/// The next request after a page with these `Link` headers: its cursor and its query.
fn next(headers: &[&[u8]]) -> Result<Option<(String, String)>, Error> {
    let mut machine = PageMachine::new(&session(|config| config), ByCursor::default());
    let Step::Send(_) = machine.poll(START) else { panic!("nothing is sent") };
    let (mut head, page): (_, Bytes) = match reply(200, &[], body(&[1])) {
        Ok((head, page)) => (head, page.into()),
        Err(error) => panic!("{error}"),
    };
    for value in headers {
        head.headers.append(LINK, HeaderValue::from_bytes(value).unwrap());
    }
    machine.resume(START, Ok((head, &page)));
    assert!(matches!(machine.poll(START), Step::Yield(Ok(_))), "the page itself is complete");
    match machine.poll(START) {
        Step::Yield(Err(error)) => Err(error),
        Step::Done => Ok(None),
        Step::Send(request) => {
            assert_eq!(request.uri().path(), "/linked", "the link itself is never followed");
            let Some(PagePosition::Cursor(cursor)) = machine.request().position() else { panic!() };
            Ok(Some((cursor, request.uri().to_string())))
        }
        other => panic!("{other:?}"),
    }
}

fn cursor(headers: &[&str]) -> Option<String> {
    let headers: Vec<_> = headers.iter().map(|header| header.as_bytes()).collect();
    next(&headers).unwrap().map(|(cursor, _)| cursor)
}

#[test]
fn spellings_of_a_link() {
    let found = |header: &str| cursor(&[header]).unwrap_or_default();
    for (header, expected) in [
        // The vendor's own examples.
        (
            r#"</cdi?cursor=c2tpcDow>; rel="prev",</cdi?cursor=c2tpcDoxMDA=>; rel="next""#,
            "c2tpcDoxMDA=",
        ),
        (
            r#"<https://x.example/custom_attributes/?cursor=c2tpcDo1MA==>; rel="next""#,
            "c2tpcDo1MA==",
        ),
        // Blanks, quotes, cases, several words and several parameters.
        (r#"<?cursor=a> ; rel = "next" , <?cursor=b>; rel=prev"#, "a"),
        ("<?cursor=a>;rel=next", "a"),
        ("<?cursor=a>;\tREL=NEXT;title=x", "a"),
        (r#"<?cursor=a>; rel="last next""#, "a"),
        (r#"<?cursor=a>; title="x, y; \"z\" >"; rel=next"#, "a"),
        (r#"<?cursor=a>; rel="prev"; rel="next", <?cursor=b>; rel=next"#, "b"),
        (r#", ,<?cursor=a>; rel=next,"#, "a"),
        ("<?cursor=a>; flag; rel=next", "a"),
        // The target.
        ("<//evil.example/other?x=1&cursor=a&y=2#cursor=b>; rel=next", "a"),
        ("<?cursor=a%2Bb%253D+c>; rel=next", "a+b%3D+c"),
        ("<?%63ursor=a>; rel=next", "a"),
        ("<?cursor=a,b;c>; rel=next", "a,b;c"),
        ("<?cursor=%zz>; rel=next", "%zz"),
        // Other links, and none.
        (r#"<?cursor=a>; rel="prev""#, ""),
        (r#"<?cursor=a>; rel="nextish""#, ""),
        (r#"<?cursor=a>"#, ""),
        ("", ""),
    ] {
        assert_eq!(found(header), expected, "{header}");
    }
}

#[test]
fn several_headers() {
    assert_eq!(cursor(&["<?cursor=a>; rel=prev", "<?cursor=b>; rel=next"]).as_deref(), Some("b"));
    assert_eq!(cursor(&["not a link", "<?cursor=b>; rel=next"]).as_deref(), Some("b"));
}

/// A next page that cannot be asked for is an error, not the end of the list.
#[test]
fn a_link_without_a_cursor_is_an_error() {
    for header in [
        "<?page=2>; rel=next",
        "</list>; rel=next",
        "<?cursor=>; rel=next",
        "<?cursor=%ff>; rel=next",
        "<?cursor=a; rel=next",
        "?cursor=a; rel=next",
        "<?cursor=a>; rel=\"next",
        "<?cursor=a> rel=next",
    ] {
        let error = next(&[header.as_bytes()]).unwrap_err();
        assert!(matches!(error, Error::Paging(_)), "{header}: {error:?}");
    }
    insta::assert_snapshot!(next(&[b"<?page=2>; rel=next"]).unwrap_err());
}

proptest! {
    #[test]
    fn no_header_is_a_crash(value in prop::collection::vec(any::<u8>(), 0..80)) {
        if HeaderValue::from_bytes(&value).is_ok() {
            next(&[&value]).ok();
        }
    }

    #[test]
    fn no_header_of_its_own_characters_is_a_crash(value in "[<>;,=\"\\\\ a?&%cursor-rel-next]{0,60}") {
        next(&[value.as_bytes()]).ok();
    }

    /// The cursor arrives as the server meant it, and leaves in a form that decodes to the same.
    #[test]
    fn a_cursor_makes_the_round_trip(
        text in "\\PC{1,30}", blank in "[ \t]{0,2}", is_quoted in any::<bool>(),
        before in prop_oneof![Just(""), Just("</a?cursor=x>; rel=\"prev\","), Just("<x>; title=\"<?cursor=y>; rel=next\", ")],
    ) {
        let encoded: String = text.bytes().map(|byte| format!("%{byte:02X}")).collect();
        let relation = if is_quoted { "\"next\"" } else { "next" };
        let header = format!("{before}</list?a=b&cursor={encoded}>{blank};{blank}rel={relation}");
        let (cursor, uri) = next(&[header.as_bytes()]).unwrap().unwrap();
        prop_assert_eq!(&cursor, &text);
        let query = uri.split_once('?').unwrap().1;
        let sent: Vec<_> = braze_core::operation::query_pairs(query).collect();
        prop_assert_eq!(sent, [("cursor".to_owned(), text)]);
    }
}
