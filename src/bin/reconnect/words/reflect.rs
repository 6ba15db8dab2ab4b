//! What guide, notebook, letters and the pause say. The six steps themselves are in the library's `guide.rs`.

words! {
    /// `guide`, the head of a step
    GUIDE_STEP = "Step {step}: {title}";
    /// `guide N`, above the reasons
    GUIDE_WHY = "Why";
    /// `guide N`, above the practices
    GUIDE_HOW = "How";
    /// `guide`, before a step's tip
    GUIDE_TIP = "Tip: {tip}";
    /// `guide`, below the other steps
    GUIDE_MORE = "`reconnect guide N` shows one whole.";
    /// `guide`, a boundary is in force, or it is theirs to answer, or they have answered no
    GUIDE_LEFT_OUT = "What the guide says about getting in touch is left out: theirs is the last word now.";
    /// `guide`, `urge` and after an urge: for somebody who is not safe
    HELP = "If you are not safe, or can't carry this alone: findahelpline.com lists helplines by country. In danger, call your local emergency number.";

    /// `status`, what the steps lack; step 1: nothing noted about what the user wants
    LACKS_WANT = "Step 1: what you truly want is not written down yet";
    /// `status`, what the steps lack; step 2: no issue
    LACKS_ISSUE = "Step 2: no issue noted yet";
    /// `status`, what the steps lack; step 2: none of the issues has a plan
    LACKS_ANY_PLAN = "Step 2: {all}, no plan yet";
    /// `status`, what the steps lack; step 2: some issues have no plan
    LACKS_PLAN = "Step 2: {all}, {without} without a plan";
    /// `status`, what the steps lack; step 4: no evidence
    LACKS_EVIDENCE = "Step 4: {all}, no evidence of it yet";
    /// `status`, what the steps lack; step 5: none of the obstacles has a plan
    LACKS_ANY_STEP = "Step 5: {all}, no plan yet";
    /// `status`, what the steps lack; step 5: some obstacles have no plan
    LACKS_STEP = "Step 5: {all}, {without} without a plan";
    /// `status`, the label beside what the steps lack
    LACKS = "Open";
}
