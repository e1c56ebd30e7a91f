//! The sandbox without a socket, driven by the core's machine on a made-up clock.

use std::time::Duration;

use braze_core::sessions::DataSeriesRequest;
use braze_core::{BaseUrl, Call, Config, Error, Machine, Now, Reply, Session, Step, sessions};
use braze_sandbox::{Clock, InProcess, Sandbox, Scenario};

/// Drives a call; the sandbox's clock moves with the caller's.
fn drive(
    sandbox: &InProcess,
    mut call: Call<DataSeriesRequest>,
) -> (Result<Reply<sessions::DataSeries>, Error>, Duration) {
    let start = Now::at_unix(sandbox.clock().now().timestamp().cast_unsigned());
    let mut now = start;
    let pass = |now: &mut Now, time: Duration| {
        sandbox.clock().advance(time);
        *now = now.after(time);
    };
    loop {
        match call.poll(now) {
            Step::Send(request) => {
                let exchanged = sandbox.exchange(request);
                pass(&mut now, exchanged.delay);
                match exchanged.reply {
                    Ok(response) => {
                        let (head, body) = response.into_parts();
                        call.resume(now, Ok((head, &body)));
                    }
                    Err(failure) => call.resume(now, Err(failure)),
                }
            }
            Step::Sleep(time) => pass(&mut now, time),
            Step::Yield(reply) => return (reply, now.mono - start.mono),
            Step::Done => panic!("done before a reply came"),
        }
    }
}

fn call(scenario: &str) -> (InProcess, Result<Reply<sessions::DataSeries>, Error>, Duration) {
    let scenario: Scenario = scenario.parse().unwrap();
    let clock = Clock::fixed("2024-05-15T10:30:00Z".parse().unwrap());
    let sandbox = Sandbox::builder().scenario(scenario).clock(clock).in_process();
    let base_url: BaseUrl = "http://localhost".parse().unwrap();
    let session = Session::new(Config::new(base_url, sandbox.api_key()), 7);
    let call = session.call(&DataSeriesRequest::new(3));
    let (reply, waited) = drive(&sandbox, call);
    (sandbox, reply, waited)
}

#[test]
fn a_flaky_server_is_survived_without_waiting_for_real() {
    let (sandbox, reply, waited) = call("flaky");
    let reply = reply.unwrap();
    let truth = sandbox.truth(
        &DataSeriesRequest::new(1),
        "2024-05-13".parse().unwrap(),
        "2024-05-15".parse().unwrap(),
    );
    assert_eq!((reply.attempts, &reply.data[..2]), (4, &truth[..]));
    assert!(waited >= Duration::from_secs(1), "{waited:?}");
}

#[test]
fn a_drifting_clock_does_not_lengthen_the_wait() {
    let (_, reply, waited) = call("drifting-clock");
    assert_eq!(reply.unwrap().attempts, 2);
    assert!(waited < Duration::from_secs(10), "{waited:?}");
}

#[test]
fn each_scenario_ends_in_the_error_it_stands_for() {
    // A body of 64 MiB is for transports to cut off, and the core would read it.
    let names = Scenario::names().filter(|(name, _)| *name != "oversized");
    let outcomes = names.map(|(name, _)| match call(name).1 {
        Ok(reply) => format!("{name}: {} rows, attempt {}", reply.data.len(), reply.attempts),
        Err(error) => format!("{name}: {error}"),
    });
    insta::assert_snapshot!(outcomes.collect::<Vec<_>>().join("\n"));
}
