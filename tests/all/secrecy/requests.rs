//! Secrets within requests: the sandbox keeps and shows none of them, whatever becomes of the request.

use std::sync::{Arc, Mutex};

use braze_blocking::Client;
use braze_core::apps::{
    PushCredentialUpdateBody, PushCredentialUpdateBodyHuawei, PushCredentialUpdateRequest,
};
use braze_core::http::Request;
use braze_core::http::header::AUTHORIZATION;
use braze_core::{Bytes, Config, RetryPolicy};
use braze_sandbox::{Sandbox, Scenario};

use super::net::Net;

const SECRET: &str = "Marker-of-push/secret+1";
const SHORT: &str = "s3cret";

#[derive(Clone, Default)]
struct Written(Arc<Mutex<Vec<u8>>>);

impl std::io::Write for Written {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().unwrap().extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

fn request(secret: &str) -> PushCredentialUpdateRequest {
    let huawei = PushCredentialUpdateBodyHuawei::new("100", secret);
    PushCredentialUpdateRequest::new(PushCredentialUpdateBody::new("app-1").huawei(huawei))
}

/// All that a sandbox shows of its requests.
fn shown(sandbox: &Sandbox, lines: &Written, net: &Net) {
    net.debug(&sandbox.requests());
    for request in sandbox.requests() {
        net.bytes(&request.body);
        net.catch(&request.to_json());
    }
    net.bytes(&lines.0.lock().unwrap());
}

#[test]
fn the_journal_does_not_have_them() {
    for scenario in ["calm", "down"] {
        let lines = Written::default();
        let scenario = Scenario::load(scenario).unwrap();
        let builder = Sandbox::builder().scenario(scenario);
        let sandbox = builder.journal_lines(lines.clone()).log(lines.clone()).start().unwrap();
        let config = Config::new(sandbox.base_url(), sandbox.credentials());
        let client = Client::with_config(config.retry(RetryPolicy::none())).unwrap();
        let net = Net::default();
        let outcome = net.traces(|| client.send(&request(SECRET)));
        match &outcome {
            Ok(reply) => net.debug(reply),
            Err(error) => net.error(error),
        }
        net.debug(&request(SECRET));
        shown(&sandbox, &lines, &net);
        net.assert_free_of(SECRET, "a secret of a request");
        let _ = client.send(&request(SHORT));
        let kept = sandbox.requests().pop().unwrap();
        assert!(!String::from_utf8_lossy(&kept.body).contains(SHORT), "{kept:?}");
    }
}

/// A body that is not what the operation takes may have its secret anywhere.
#[test]
fn nor_does_it_have_those_of_a_body_that_cannot_be_read() {
    let lines = Written::default();
    let sandbox = Sandbox::builder().journal_lines(lines.clone()).start().unwrap();
    for body in [
        format!(r#"{{"app_id":"a","huawei":{{"app_secrt":"{SECRET}"}}}}"#),
        format!(r#"{{"app_id":"a","huawei":"{SECRET}"}}"#),
        SECRET.to_owned(),
    ] {
        let request = Request::post("/apps/push_credential/update")
            .header(AUTHORIZATION, sandbox.api_key().authorization());
        let reply = sandbox.exchange(request.body(Bytes::from(body)).unwrap()).reply.unwrap();
        assert_eq!(reply.status(), 400);
        let net = Net::default();
        net.bytes(reply.body());
        shown(&sandbox, &lines, &net);
        net.assert_free_of(SECRET, "a body that cannot be read");
    }
}
