//! [`ReplyBody`]: a body that may end early.

use std::fmt;
use std::pin::Pin;
use std::task::{Context, Poll};

use bytes::Bytes;
use hyper::body::{Body, Frame, SizeHint};

/// A body of known length, sent in full or only its first half.
#[derive(Debug)]
pub(crate) struct ReplyBody {
    rest: Bytes,
    /// The length that the head announces.
    announced: u64,
    end: End,
}

/// The end of a body, after the bytes that are sent.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum End {
    Regular,
    /// The connection ends, after one pause in which the earlier bytes are sent.
    Cut {
        paused: bool,
    },
    Never,
}

/// The error of a body that ends before its announced length.
#[derive(Debug)]
pub(crate) struct BrokenOff;

impl fmt::Display for BrokenOff {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("the scenario cuts the body short")
    }
}

impl std::error::Error for BrokenOff {}

impl ReplyBody {
    pub(crate) fn whole(body: Bytes) -> Self {
        Self { announced: body.len() as u64, rest: body, end: End::Regular }
    }

    pub(crate) fn truncated(body: &Bytes) -> Self {
        Self::half(body, End::Cut { paused: false })
    }

    pub(crate) fn stalled(body: &Bytes) -> Self {
        Self::half(body, End::Never)
    }

    fn half(body: &Bytes, end: End) -> Self {
        Self { announced: body.len() as u64, rest: body.slice(..body.len() / 2), end }
    }
}

impl Body for ReplyBody {
    type Data = Bytes;
    type Error = BrokenOff;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        context: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, BrokenOff>>> {
        if !self.rest.is_empty() {
            return Poll::Ready(Some(Ok(Frame::data(std::mem::take(&mut self.rest)))));
        }
        match self.end {
            End::Regular => Poll::Ready(None),
            End::Cut { paused: true } => Poll::Ready(Some(Err(BrokenOff))),
            End::Cut { paused: false } => {
                self.end = End::Cut { paused: true };
                context.waker().wake_by_ref();
                Poll::Pending
            }
            End::Never => Poll::Pending,
        }
    }

    fn is_end_stream(&self) -> bool {
        self.end == End::Regular && self.rest.is_empty()
    }

    fn size_hint(&self) -> SizeHint {
        SizeHint::with_exact(if self.end == End::Regular {
            self.rest.len() as u64
        } else {
            self.announced
        })
    }
}
