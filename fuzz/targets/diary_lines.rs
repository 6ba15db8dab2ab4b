#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| reconnect_fuzz::diary_lines::run(data));
