//! [`CachingResolver`]: keeps the addresses of a host for a while.

use std::net::IpAddr;
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use std::{error, fmt};

use braze_core::http::Uri;
use braze_core::http::uri::Authority;
use ureq::Error;
use ureq::config::Config;
use ureq::unversioned::resolver::{ResolvedSocketAddrs, Resolver};
use ureq::unversioned::transport::{NextTimeout, time};

/// Keeps the last answer of another resolver.
///
/// ureq looks up the host even when it has an idle connection, and starts a thread for it if there is a time
/// limit. Without this cache every call would pay for a thread and a lookup.
#[derive(Default)]
pub(crate) struct CachingResolver<R> {
    inner: R,
    last: Mutex<Option<Answer>>,
}

struct Answer {
    authority: Authority,
    addresses: ResolvedSocketAddrs,
    since: Instant,
}

/// The time for which an answer is used, short enough to follow a host that moves.
const MAX_AGE: Duration = Duration::from_secs(10);

impl<R: fmt::Debug> fmt::Debug for CachingResolver<R> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The authority of a proxy holds its password.
        f.debug_struct("CachingResolver").field("inner", &self.inner).finish_non_exhaustive()
    }
}

impl<R: Resolver> Resolver for CachingResolver<R> {
    fn resolve(
        &self,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        self.resolve_at(Instant::now(), uri, config, timeout)
    }
}

impl<R: Resolver> CachingResolver<R> {
    fn resolve_at(
        &self,
        now: Instant,
        uri: &Uri,
        config: &Config,
        timeout: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, Error> {
        let last = || self.last.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(answer) = &*last() {
            let is_fresh = now.saturating_duration_since(answer.since) < MAX_AGE;
            if is_fresh && uri.authority() == Some(&answer.authority) {
                return Ok(self.copy(&answer.addresses));
            }
        }
        // The lock is not held, so that other calls need not wait for this answer.
        let addresses = match self.inner.resolve(uri, config, time_limit(uri, timeout)) {
            Ok(addresses) => addresses,
            Err(error @ (Error::Io(_) | Error::HostNotFound)) => {
                // An expired address is better than none.
                return match &*last() {
                    Some(answer) if uri.authority() == Some(&answer.authority) => {
                        Ok(self.copy(&answer.addresses))
                    }
                    _ => Err(Error::Other(Box::new(ResolveError::new(uri, error)))),
                };
            }
            Err(error) => return Err(error),
        };
        let answer = uri.authority().map(|authority| Answer {
            authority: authority.clone(),
            addresses: self.copy(&addresses),
            since: now,
        });
        *last() = answer;
        Ok(addresses)
    }

    fn copy(&self, addresses: &ResolvedSocketAddrs) -> ResolvedSocketAddrs {
        let mut copy = self.empty();
        for address in &**addresses {
            copy.push(*address);
        }
        copy
    }
}

/// A host that cannot be resolved. ureq itself returns the I/O error of the system, which has no kind.
#[derive(Debug)]
pub(crate) struct ResolveError {
    host: String,
    error: Error,
}

impl ResolveError {
    fn new(uri: &Uri, error: Error) -> Self {
        Self { host: uri.host().unwrap_or_default().to_owned(), error }
    }
}

impl fmt::Display for ResolveError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { host, error } = self;
        write!(
            f,
            "cannot look up the address of {host} ({error}); check the name, the network and the proxy"
        )
    }
}

impl error::Error for ResolveError {}

/// Removes the time limit, and so the thread, of a host that is an IP address.
fn time_limit(uri: &Uri, timeout: NextTimeout) -> NextTimeout {
    let host = uri.host().unwrap_or_default().trim_matches(['[', ']']);
    if host.parse::<IpAddr>().is_ok() {
        NextTimeout { after: time::Duration::NotHappening, ..timeout }
    } else {
        timeout
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicBool, AtomicU16, Ordering};

    use super::*;

    /// A resolver whose port is one higher with each answer, and that can be down.
    #[derive(Debug, Default)]
    struct Counting(AtomicU16, AtomicBool);

    impl Resolver for Counting {
        fn resolve(
            &self,
            uri: &Uri,
            _: &Config,
            _: NextTimeout,
        ) -> Result<ResolvedSocketAddrs, Error> {
            if uri.host() == Some("nowhere") || self.1.load(Ordering::Relaxed) {
                return Err(Error::HostNotFound);
            }
            let mut addresses = self.empty();
            addresses.push(([127, 0, 0, 1], self.0.fetch_add(1, Ordering::Relaxed)).into());
            Ok(addresses)
        }
    }

    #[test]
    fn an_answer_is_kept_for_a_while_and_for_its_host() {
        let resolver = CachingResolver::<Counting>::default();
        let begin = Instant::now();
        let ask = |host: &str, after: u64| {
            let uri = format!("https://{host}/path").parse().unwrap();
            let now = begin + Duration::from_secs(after);
            let answer = resolver.resolve_at(now, &uri, &Config::default(), NextTimeout::default());
            answer.ok().map(|addresses| addresses[0].port())
        };
        assert_eq!(ask("one", 0), Some(0));
        assert_eq!(ask("one", 9), Some(0));
        assert_eq!(ask("one", 10), Some(1));
        assert_eq!(ask("one", 15), Some(1));
        assert_eq!(ask("two", 15), Some(2));
        assert_eq!(ask("nowhere", 15), None);
        // A failure does not replace the answer.
        assert_eq!(ask("two", 16), Some(2));
        // While lookups fail, the last answer stays in use for its own host.
        resolver.inner.1.store(true, Ordering::Relaxed);
        assert_eq!(ask("two", 1_000), Some(2));
        assert_eq!(ask("one", 1_000), None);
        resolver.inner.1.store(false, Ordering::Relaxed);
        assert_eq!(ask("two", 1_000), Some(3));
    }
}
