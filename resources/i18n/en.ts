<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>AuditLog</name>
    <message numerus="yes">
        <source>the newest %n event(s)</source>
        <translation>
            <numerusform>the newest %n event</numerusform>
            <numerusform>the newest %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s)</source>
        <translation>
            <numerusform>%n event</numerusform>
            <numerusform>%n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved %n event(s)</source>
        <translation>
            <numerusform>Saved %n event</numerusform>
            <numerusform>Saved %n events</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Saved the newest %n event(s); ask for a shorter time</source>
        <translation>
            <numerusform>Saved the newest %n event; ask for a shorter time</numerusform>
            <numerusform>Saved the newest %n events; ask for a shorter time</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Backups</name>
    <message numerus="yes">
        <source>%n setting(s) stored</source>
        <translation>
            <numerusform>%n setting stored</numerusform>
            <numerusform>%n settings stored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n fault(s) found in this backup</source>
        <translation>
            <numerusform>%n fault found in this backup</numerusform>
            <numerusform>%n faults found in this backup</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContactHistory</name>
    <message numerus="yes">
        <source>%n contact(s)</source>
        <translation>
            <numerusform>%n contact</numerusform>
            <numerusform>%n contacts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ContractCard</name>
    <message numerus="yes">
        <source>%n reading(s)</source>
        <translation>
            <numerusform>%n reading</numerusform>
            <numerusform>%n readings</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n reading(s)</source>
        <translation>
            <numerusform>Copied %n reading</numerusform>
            <numerusform>Copied %n readings</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>CustomerStrip</name>
    <message numerus="yes">
        <source>%n more</source>
        <comment>alerts</comment>
        <translation>
            <numerusform>%n more</numerusform>
            <numerusform>%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>DocumentList</name>
    <message numerus="yes">
        <source>%n document(s)</source>
        <translation>
            <numerusform>%n document</numerusform>
            <numerusform>%n documents</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>EarlierBatches</name>
    <message numerus="yes">
        <source>Issue %n notice(s)? Once more does it.</source>
        <translation>
            <numerusform>Issue %n notice? Once more does it.</numerusform>
            <numerusform>Issue %n notices? Once more does it.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ErrorSummary</name>
    <message numerus="yes">
        <source>Please put %n thing(s) right</source>
        <translation>
            <numerusform>Please put %n thing right</numerusform>
            <numerusform>Please put %n things right</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ExportPart</name>
    <message numerus="yes">
        <source>%n file(s) written</source>
        <translation>
            <numerusform>%n file written</numerusform>
            <numerusform>%n files written</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FollowUps</name>
    <message numerus="yes">
        <source>%n follow-up(s) due</source>
        <translation>
            <numerusform>%n follow-up due</numerusform>
            <numerusform>%n follow-ups due</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>FoundFiles</name>
    <message numerus="yes">
        <source>%n file(s) cannot be stored</source>
        <translation>
            <numerusform>%n file cannot be stored</numerusform>
            <numerusform>%n files cannot be stored</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>HistoryCard</name>
    <message numerus="yes">
        <source>%n bill(s)</source>
        <translation>
            <numerusform>%n bill</numerusform>
            <numerusform>%n bills</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copied %n bill(s)</source>
        <translation>
            <numerusform>Copied %n bill</numerusform>
            <numerusform>Copied %n bills</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ImportResult</name>
    <message numerus="yes">
        <source>%n refused line(s)</source>
        <translation>
            <numerusform>%n refused line</numerusform>
            <numerusform>%n refused lines</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message numerus="yes">
        <source>%n unread</source>
        <comment>announcements</comment>
        <translation>
            <numerusform>%n unread</numerusform>
            <numerusform>%n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PaperSettingsScreen</name>
    <message numerus="yes">
        <source>%n setting(s) stored</source>
        <translation>
            <numerusform>%n setting stored</numerusform>
            <numerusform>%n settings stored</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) not stored yet</source>
        <translation>
            <numerusform>%n change not stored yet</numerusform>
            <numerusform>%n changes not stored yet</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>PlanPage</name>
    <message numerus="yes">
        <source>%n address(es) without a postal code</source>
        <translation>
            <numerusform>%n address without a postal code</numerusform>
            <numerusform>%n addresses without a postal code</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ProtectionReviews</name>
    <message numerus="yes">
        <source>%n protection(s) to be reviewed</source>
        <translation>
            <numerusform>%n protection to be reviewed</numerusform>
            <numerusform>%n protections to be reviewed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TypedPassword</name>
    <message numerus="yes">
        <source>Secret answer: wrong, tries left today: %n</source>
        <translation>
            <numerusform>Secret answer: wrong, tries left today: %n</numerusform>
            <numerusform>Secret answer: wrong, tries left today: %n</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Verification</name>
    <message numerus="yes">
        <source>%n event(s) sealed</source>
        <translation>
            <numerusform>%n event sealed</numerusform>
            <numerusform>%n events sealed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n not sealed yet</source>
        <translation>
            <numerusform>%n not sealed yet</numerusform>
            <numerusform>%n not sealed yet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n event(s) found as sealed.</source>
        <translation>
            <numerusform>%n event found as sealed.</numerusform>
            <numerusform>%n events found as sealed.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>WithdrawForm</name>
    <message numerus="yes">
        <source>• Unpaid bills: %n; their documents come by post.</source>
        <translation>
            <numerusform>• Unpaid bills: %n; their documents come by post.</numerusform>
            <numerusform>• Unpaid bills: %n; their documents come by post.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>• Days the registered data is kept, then erased: %n.</source>
        <translation>
            <numerusform>• Days the registered data is kept, then erased: %n.</numerusform>
            <numerusform>• Days the registered data is kept, then erased: %n.</numerusform>
        </translation>
    </message>
</context>
</TS>
