#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| reconnect_fuzz::prompt_format::run(data));
