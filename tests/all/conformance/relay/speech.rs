//! The server's side of HTTP `CONNECT`, SOCKS4, `SOCKS4a` and SOCKS5.

use std::net::{Ipv4Addr, Ipv6Addr};

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};

use super::service::Log;

/// The relay's behaviour towards a client.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Manner {
    /// It takes who comes.
    Open,
    /// It wants this user name and password.
    Guarded(&'static str, &'static str),
    /// It reads what it is asked for, and refuses.
    Refusing,
    /// It reads what it is asked for, and closes.
    Mute,
    /// It reads what it is asked for, and says nothing.
    Silent,
    /// It answers with what is no answer of a proxy.
    Babbling,
}

/// Reads what a client wants, notes it, and answers; whether the way is open. `None` if it went away.
pub(super) async fn greet(
    stream: &mut (impl AsyncRead + AsyncWrite + Unpin),
    manner: Manner,
    log: &Log,
) -> Option<bool> {
    let answers = match stream.read_u8().await.ok()? {
        4 => socks4(stream, log).await?,
        5 => socks5(stream, manner, log).await?,
        first => connect(stream, first, manner, log).await?,
    };
    match manner {
        Manner::Mute => return Some(false),
        Manner::Silent => std::future::pending().await,
        Manner::Babbling => {
            stream.write_all(b"what is this?\r\n\r\nno answer at all").await.ok()?;
        }
        Manner::Refusing => stream.write_all(&answers.no).await.ok()?,
        Manner::Open | Manner::Guarded(..) if answers.is_welcome => {
            stream.write_all(&answers.yes).await.ok()?;
            return Some(true);
        }
        Manner::Open | Manner::Guarded(..) => stream.write_all(&answers.no).await.ok()?,
    }
    stream.shutdown().await.ok()?;
    Some(false)
}

struct Answers {
    is_welcome: bool,
    yes: Vec<u8>,
    no: Vec<u8>,
}

async fn socks4(stream: &mut (impl AsyncRead + Unpin), log: &Log) -> Option<Answers> {
    assert_eq!(stream.read_u8().await.ok()?, 1, "the command");
    let port = stream.read_u16().await.ok()?;
    let address = Ipv4Addr::from_bits(stream.read_u32().await.ok()?);
    let user = until(stream, b"\0").await?;
    assert_eq!(user, b"\0", "the user");
    if address.octets()[..3] == [0; 3] {
        let mut name = until(stream, b"\0").await?;
        name.pop();
        log.note(format!("SOCKS4a: name {}:{port}", String::from_utf8(name).unwrap()));
    } else {
        log.note(format!("SOCKS4: address {address}:{port}"));
    }
    let answer = |code| vec![0, code, 0, 0, 0, 0, 0, 0];
    Some(Answers { is_welcome: true, yes: answer(90), no: answer(91) })
}

async fn socks5(
    stream: &mut (impl AsyncRead + AsyncWrite + Unpin),
    manner: Manner,
    log: &Log,
) -> Option<Answers> {
    const PASSWORD: u8 = 2;
    let methods = counted(stream).await?;
    let is_told = methods.contains(&PASSWORD);
    let mut who = "nobody".to_owned();
    let mut is_welcome = !matches!(manner, Manner::Guarded(..));
    if is_told {
        stream.write_all(&[5, PASSWORD]).await.ok()?;
        assert_eq!(stream.read_u8().await.ok()?, 1, "the version");
        let user = String::from_utf8(counted(stream).await?).unwrap();
        let password = String::from_utf8(counted(stream).await?).unwrap();
        is_welcome |= manner_takes(manner, &user, &password);
        who = format!("{user} with {password}");
    }
    if !is_welcome {
        // Before the answer, since the client may be gone with it.
        log.note(format!("SOCKS5, {who}: turned away"));
    }
    let answer = match (is_told, is_welcome) {
        (true, _) => [1, u8::from(!is_welcome)],
        (false, true) => [5, 0],
        (false, false) => [5, 0xff],
    };
    stream.write_all(&answer).await.ok()?;
    if !is_welcome {
        return None;
    }
    assert_eq!(stream.read_u8().await.ok()?, 5, "the version");
    assert_eq!(stream.read_u16().await.ok()?, 0x0100, "the command");
    let target = match stream.read_u8().await.ok()? {
        1 => format!("address {}", Ipv4Addr::from_bits(stream.read_u32().await.ok()?)),
        4 => format!("address [{}]", Ipv6Addr::from_bits(stream.read_u128().await.ok()?)),
        _ => format!("name {}", String::from_utf8(counted(stream).await?).unwrap()),
    };
    let port = stream.read_u16().await.ok()?;
    log.note(format!("SOCKS5, {who}: {target}:{port}"));
    let answer = |code| vec![5, code, 0, 1, 0, 0, 0, 0, 0, 0];
    Some(Answers { is_welcome, yes: answer(0), no: answer(5) })
}

async fn connect(
    stream: &mut (impl AsyncRead + Unpin),
    first: u8,
    manner: Manner,
    log: &Log,
) -> Option<Answers> {
    let mut head = vec![first];
    head.extend(until(stream, b"\r\n\r\n").await?);
    let head = String::from_utf8(head).unwrap();
    let mut lines = head.lines();
    let line = lines.next()?.to_owned();
    assert!(!head.contains("Bearer"), "{head}");
    let credentials = lines.find_map(|line| line.strip_prefix("Proxy-Authorization: "));
    log.note(format!("{line}, {}", credentials.unwrap_or("nobody")));
    let is_welcome = match manner {
        Manner::Guarded(user, password) => {
            credentials == Some(&format!("Basic {}", base64(&format!("{user}:{password}"))))
        }
        _ => true,
    };
    let no = if is_welcome { "502 Bad Gateway" } else { "407 Proxy Authentication Required" };
    let answer = |status: &str| format!("HTTP/1.1 {status}\r\n\r\n").into_bytes();
    Some(Answers { is_welcome, yes: answer("200 Connected"), no: answer(no) })
}

fn manner_takes(manner: Manner, user: &str, password: &str) -> bool {
    manner == Manner::Open
        || matches!(manner, Manner::Guarded(name, word) if (name, word) == (user, password))
}

/// Bytes up to and including these.
async fn until(stream: &mut (impl AsyncRead + Unpin), end: &[u8]) -> Option<Vec<u8>> {
    let mut bytes = Vec::new();
    while !bytes.ends_with(end) {
        bytes.push(stream.read_u8().await.ok()?);
    }
    Some(bytes)
}

/// Bytes behind their number.
async fn counted(stream: &mut (impl AsyncRead + Unpin)) -> Option<Vec<u8>> {
    let mut bytes = vec![0; stream.read_u8().await.ok()?.into()];
    stream.read_exact(&mut bytes).await.ok()?;
    Some(bytes)
}

fn base64(text: &str) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let three = |group: &[u8]| {
        let bits = (0..3).fold(0, |bits, at| bits << 8 | usize::from(*group.get(at).unwrap_or(&0)));
        let digit = |at: usize| match at > group.len() {
            true => '=',
            false => char::from(DIGITS[bits >> (18 - 6 * at) & 63]),
        };
        [0, 1, 2, 3].map(digit)
    };
    text.as_bytes().chunks(3).flat_map(three).collect()
}
