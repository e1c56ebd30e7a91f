//! `NO_PROXY`: the hosts that are reached without a proxy.

use std::net::IpAddr;

/// The first entry of a list that covers a host, which is in lower case and without brackets.
///
/// Entries are separated by commas or blanks: `*` for all, a domain for itself and what is below it (a dot
/// or `*.` before it changes nothing), an address, a network such as `10.0.0.0/8`; each may end in a port.
pub(super) fn entry_for<'a>(
    list: &'a str,
    host: &str,
    port: u16,
) -> Result<Option<&'a str>, String> {
    let host = host.trim_end_matches('.');
    let entries = list.split(|c: char| c == ',' || c.is_ascii_whitespace());
    let mut found = None;
    for entry in entries.filter(|entry| !entry.is_empty()) {
        let covers = covers(entry, host, port)?;
        found = found.or(covers.then_some(entry));
    }
    Ok(found)
}

/// Tells whether an entry covers a host.
fn covers(entry: &str, host: &str, port: u16) -> Result<bool, String> {
    // An IPv6 address without brackets has colons, but no port.
    let is_bare =
        |text: &str| text.split('/').next().is_some_and(|it| it.parse::<IpAddr>().is_ok());
    let (name, wanted) = match entry.rsplit_once(':') {
        Some((name, digits)) if !digits.contains(']') && !is_bare(entry) => {
            let wanted = digits.parse::<u16>().ok().filter(|wanted| *wanted > 0);
            let wanted = wanted
                .ok_or_else(|| format!("the port of `{entry}` is not a number from 1 to 65535"))?;
            (name, Some(wanted))
        }
        _ => (entry, None),
    };
    let is_covered = match network(name)? {
        _ if name == "*" => true,
        Some((network, bits)) => {
            host.parse().is_ok_and(|address: IpAddr| is_within(address, network, bits))
        }
        None => covers_name(entry, name, host)?,
    };
    Ok(is_covered && wanted.is_none_or(|wanted| wanted == port))
}

/// Tells whether a domain covers a host. An address has no domain.
fn covers_name(entry: &str, name: &str, host: &str) -> Result<bool, String> {
    let domain = name.strip_prefix('*').filter(|rest| rest.starts_with('.')).unwrap_or(name);
    let domain = domain.strip_prefix('.').unwrap_or(domain).trim_end_matches('.');
    if domain.is_empty() || domain.contains(['*', '/', '@', '[', ']', ':', '?', '#']) {
        return Err(format!("`{entry}` is not a host, a domain, an address or a network"));
    }
    if host.parse::<IpAddr>().is_ok() {
        return Ok(false);
    }
    let Some(at) = host.len().checked_sub(domain.len()) else { return Ok(false) };
    let is_tail = host.as_bytes()[at..].eq_ignore_ascii_case(domain.as_bytes());
    Ok(is_tail && (at == 0 || host.as_bytes()[at - 1] == b'.'))
}

/// Reads an address or a network: the address, and the number of its bits that count.
fn network(text: &str) -> Result<Option<(IpAddr, u32)>, String> {
    let (address, bits) = match text.split_once('/') {
        Some((address, bits)) => (address, Some(bits)),
        None => (text, None),
    };
    let bare = address.strip_prefix('[').and_then(|it| it.strip_suffix(']')).unwrap_or(address);
    let Ok(address) = bare.parse::<IpAddr>() else { return Ok(None) };
    let max = if address.is_ipv4() { 32 } else { 128 };
    let Some(bits) = bits else { return Ok(Some((address, max))) };
    let bits = bits.parse().ok().filter(|bits| *bits <= max);
    let bits = bits.ok_or_else(|| {
        format!("`{text}` is not a network: the number after the `/` must be between 0 and {max}")
    })?;
    Ok(Some((address, bits)))
}

fn is_within(address: IpAddr, network: IpAddr, bits: u32) -> bool {
    match (address, network) {
        (IpAddr::V4(address), IpAddr::V4(network)) => {
            let differ = address.to_bits() ^ network.to_bits();
            differ.checked_shr(32 - bits).unwrap_or(0) == 0
        }
        (IpAddr::V6(address), IpAddr::V6(network)) => {
            let differ = address.to_bits() ^ network.to_bits();
            differ.checked_shr(128 - bits).unwrap_or(0) == 0
        }
        _ => false,
    }
}
