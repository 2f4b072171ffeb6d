// SPDX-FileCopyrightText: 2026 PlexM8 contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/adminapi.h"

#include "core/demo/homeuser.h"
#include "core/demo/paging.h"

using namespace Qt::StringLiterals;

namespace demo {

namespace {

constexpr const char* kThreshold = "LibraryVideoPlayedThreshold";

/// The endpoint, for the owner; 403 for everybody else.
Endpoint ownerOnly(const Endpoint& endpoint)
{
    return [endpoint](const Call& call) {
        return call.user == kOwner ? endpoint(call) : Response::error(403);
    };
}

} // namespace

AdminApi::AdminApi(Model& model)
    : m_model(model)
    , m_settings { { "FriendlyName", "Friendly name", "text", "", "" },
        { kThreshold, "Video played threshold", "int", "90", "90" },
        { "allowMediaDeletion", "Allow media deletion", "bool", "0", "0" } }
{
}

void AdminApi::addRoutes(Router& router)
{
    router.add(
        u"GET"_s, u"/accounts"_s, ownerOnly([this](const Call& call) { return accounts(call); }));
    router.add(
        u"GET"_s, u"/devices"_s, ownerOnly([this](const Call& call) { return devices(call); }));
    router.add(
        u"GET"_s, u"/:/prefs"_s, ownerOnly([this](const Call& call) { return settings(call); }));
    router.add(
        u"PUT"_s, u"/:/prefs"_s, ownerOnly([this](const Call& call) { return change(call); }));
}

Response AdminApi::accounts(const Call& call) const
{
    Writer out(call.format());
    out.beginItem("MediaContainer");
    out.number("size", static_cast<qint64>(kHome.size()) + 1);
    out.text("identifier", "com.plexapp.system.accounts");
    out.beginList("Account");
    const auto row = [&out](int id, const QByteArray& name) {
        out.beginItem("Account");
        out.number("id", id);
        out.text("key", "/accounts/" + QByteArray::number(id));
        out.text("name", name);
        out.text("defaultAudioLanguage", "en");
        out.flag("autoSelectAudio", true);
        out.text("defaultSubtitleLanguage", "en");
        out.number("subtitleMode", 1);
        out.text("thumb", {});
        out.endItem();
    };
    row(0, {}); // nobody: real servers list it first
    for (const HomeUser& user : kHome) {
        row(accountId(user.id), user.title);
    }
    out.endList();
    out.endItem();
    return reply(out);
}

Response AdminApi::devices(const Call& call) const
{
    const std::vector<Device>& devices = m_model.state.devices();
    Writer out(call.format());
    out.beginItem("MediaContainer");
    out.number("size", static_cast<qint64>(devices.size()));
    out.text("identifier", "com.plexapp.system.devices");
    out.beginList("Device");
    for (size_t i = 0; i < devices.size(); ++i) {
        out.beginItem("Device");
        out.number("id", static_cast<qint64>(i) + 1);
        out.text("name", devices[i].name);
        out.text("platform", devices[i].platform);
        out.text("clientIdentifier", devices[i].client);
        out.number("createdAt", 1'700'000'000 + static_cast<qint64>(i));
        out.endItem();
    }
    out.endList();
    out.endItem();
    return reply(out);
}

/// default and value have the type that the setting says.
Response AdminApi::settings(const Call& call) const
{
    Writer out(call.format());
    out.beginItem("MediaContainer");
    out.number("size", static_cast<qint64>(m_settings.size()));
    out.beginList("Setting");
    for (const Setting& setting : m_settings) {
        const auto value = [&out, &setting](const char* name, const QByteArray& text) {
            if (setting.type == "bool") {
                out.flag(name, text == "1" || text == "true");
            } else if (setting.type == "int") {
                out.number(name, text.toLongLong());
            } else {
                out.text(name, text);
            }
        };
        out.beginItem("Setting");
        out.text("id", setting.id);
        out.text("label", setting.label);
        out.text("summary", {});
        out.text("type", setting.type);
        value("default", setting.standard);
        value("value", setting.value);
        out.flag("hidden", false);
        out.flag("advanced", setting.id == kThreshold);
        out.text("group", "library");
        out.endItem();
    }
    out.endList();
    out.endItem();
    return reply(out);
}

Response AdminApi::change(const Call& call)
{
    for (const auto& [name, value] : call.request.query) {
        if (name.startsWith(u"X-Plex-")) {
            continue;
        }
        const auto setting = std::ranges::find_if(
            m_settings, [id = name.toUtf8()](const Setting& one) { return one.id == id; });
        if (setting == m_settings.end()) {
            return Response::error(400);
        }
        setting->value = value.toUtf8();
        if (setting->id == kThreshold) {
            m_model.playedPercent = value.toInt();
        } else if (setting->id == "FriendlyName" && !value.isEmpty()) {
            m_model.name = setting->value;
        }
    }
    return Response::empty();
}

} // namespace demo
