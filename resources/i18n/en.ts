<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</TS>
