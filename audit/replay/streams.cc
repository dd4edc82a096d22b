#include "audit/replay/streams.h"

#include "audit/replay/later_kinds.h"
#include "audit/replay/visit.h"
#include "audit/replay/voices.h"

namespace audit {

Id regionId(std::string_view code) {
  Id id{};
  std::memcpy(id.data(), code.data(), code.size() < id.size() ? code.size() : id.size());
  return id;
}

namespace {

class Collect {
 public:
  explicit Collect(const State& state) : state_(state) {}

  StreamIds operator()(schema::LedgerFound::Reader) { return ids_; }
  StreamIds operator()(schema::Endorse::Reader) { return ids_; }
  StreamIds operator()(schema::KeyRegister::Reader c) { return list(idOf(c.getPerson())); }
  StreamIds operator()(schema::KeyRotate::Reader c) { return list(idOf(c.getPerson())); }
  StreamIds operator()(schema::KeyRevoke::Reader c) { return list(idOf(c.getPerson())); }
  StreamIds operator()(schema::PersonErase::Reader c) { return list(idOf(c.getPerson())); }
  StreamIds operator()(schema::VaultAccessHash::Reader) { return ids_; }
  StreamIds operator()(schema::RoleGrant::Reader c) { return list(idOf(c.getPerson()), idOf(c.getScope())); }
  StreamIds operator()(schema::RoleRevoke::Reader c) { return list(idOf(c.getPerson()), idOf(c.getScope())); }
  StreamIds operator()(schema::PolicyPublish::Reader c) { return list(idOf(c.getPolicy())); }
  StreamIds operator()(schema::OfficeEstablish::Reader c) { return list(idOf(c.getOffice()), region(c.getRegion())); }
  StreamIds operator()(schema::OrganisationRegister::Reader c) {
    return list(idOf(c.getOrganisation()), region(c.getRegion()));
  }
  StreamIds operator()(schema::PersonRegister::Reader c) { return list(idOf(c.getPerson()), region(c.getRegion())); }
  StreamIds operator()(schema::ProgrammeDefine::Reader c) { return list(idOf(c.getProgramme())); }
  StreamIds operator()(schema::ProjectStart::Reader c) {
    return list(idOf(c.getProject()), idOf(c.getProgramme()), idOf(c.getOrganisation()), region(c.getRegion()));
  }
  StreamIds operator()(schema::ActivitySchedule::Reader c) {
    list(idOf(c.getActivity()), idOf(c.getProject()));
    return place(idOf(c.getProject()));
  }
  StreamIds operator()(schema::ShiftOpen::Reader c) {
    list(idOf(c.getShift()), idOf(c.getActivity()));
    return placeOfActivity(idOf(c.getActivity()));
  }
  StreamIds operator()(schema::AttendanceSummarise::Reader c) {
    const Shift* shift = find(state_.shifts, idOf(c.getShift()));
    const Id activity = shift != nullptr ? shift->activity : Id{};
    list(idOf(c.getShift()), activity);
    return placeOfActivity(activity);
  }
  StreamIds operator()(schema::HoursClaim::Reader c) {
    list(idOf(c.getHours()), idOf(c.getVolunteer()), idOf(c.getActivity()));
    return placeOfActivity(idOf(c.getActivity()));
  }
  StreamIds operator()(schema::HoursConfirm::Reader c) { return hours(c.getHours()); }
  StreamIds operator()(schema::HoursAttest::Reader c) { return hours(c.getHours()); }
  StreamIds operator()(schema::HoursReject::Reader c) { return hours(c.getHours()); }
  StreamIds operator()(schema::HoursDispute::Reader c) { return hours(c.getHours()); }
  StreamIds operator()(schema::HoursResolve::Reader c) { return hours(c.getHours()); }
  StreamIds operator()(schema::HoursCorrect::Reader c) { return hours(c.getHours()); }
  StreamIds operator()(schema::HoursVoid::Reader c) { return hours(c.getHours()); }
  StreamIds operator()(schema::GrantAward::Reader c) {
    list(idOf(c.getGrant()), idOf(c.getFunder()), idOf(c.getGrantee()));
    return list(idOf(c.getProgramme()), region(c.getRegion()));
  }
  StreamIds operator()(schema::AgreementSign::Reader c) { return funded(c.getGrant()); }
  StreamIds operator()(schema::TrancheApprove::Reader c) { return funded(c.getGrant()); }
  StreamIds operator()(schema::TrancheDisburse::Reader c) { return funded(c.getGrant()); }
  StreamIds operator()(schema::DisbursementConfirm::Reader c) { return funded(c.getGrant()); }
  StreamIds operator()(schema::DisbursementReverse::Reader c) { return funded(c.getGrant()); }
  StreamIds operator()(schema::RefundSend::Reader c) { return funded(c.getGrant()); }
  StreamIds operator()(schema::RefundReceive::Reader c) { return funded(c.getGrant()); }
  StreamIds operator()(schema::GrantClose::Reader c) { return funded(c.getGrant()); }
  StreamIds operator()(schema::ExpenditureRecord::Reader c) { return spent(c.getGrant()); }
  StreamIds operator()(schema::ExpenditureVerify::Reader c) { return spent(c.getGrant()); }
  StreamIds operator()(schema::ExpenditureQuery::Reader c) { return spent(c.getGrant()); }
  StreamIds operator()(schema::ExpenditureDisallow::Reader c) { return spent(c.getGrant()); }
  StreamIds operator()(schema::ExpenditureReverse::Reader c) { return spent(c.getGrant()); }
  StreamIds operator()(schema::InterestRecord::Reader c) { return spent(c.getGrant()); }
  StreamIds operator()(schema::AwardNominate::Reader c) {
    return list(idOf(c.getAward()), idOf(c.getNominee()), idOf(c.getOrganisation()));
  }
  StreamIds operator()(schema::AwardConfer::Reader c) { return award(c.getAward()); }
  StreamIds operator()(schema::AwardRevoke::Reader c) { return award(c.getAward()); }
  StreamIds operator()(schema::ImportRecord::Reader c) { return list(idOf(c.getBatch())); }
  StreamIds operator()(schema::ImportVoid::Reader c) { return list(idOf(c.getBatch())); }

 private:
  template <class... Ids>
  StreamIds list(const Ids&... ids) {
    (ids_.add(ids), ...);
    return ids_;
  }
  static Id region(capnp::Text::Reader code) { return regionId(stringOf(code)); }

  StreamIds place(const Id& id) {
    const Project* project = find(state_.projects, id);
    if (project != nullptr) list(project->organisation, project->region);
    return ids_;
  }
  StreamIds placeOfActivity(const Id& id) {
    const Activity* activity = find(state_.activities, id);
    return activity != nullptr ? place(activity->project) : ids_;
  }
  StreamIds hours(capnp::Data::Reader id) {
    list(idOf(id));
    const Hours* known = find(state_.hours, idOf(id));
    if (known == nullptr) return ids_;
    list(known->volunteer, known->activity);
    return placeOfActivity(known->activity);
  }
  StreamIds funded(capnp::Data::Reader id) {
    list(idOf(id));
    const Grant* grant = find(state_.grants, idOf(id));
    return grant != nullptr ? list(grant->funder, grant->grantee) : ids_;
  }
  StreamIds spent(capnp::Data::Reader id) {
    list(idOf(id));
    const Grant* grant = find(state_.grants, idOf(id));
    return grant != nullptr ? list(grant->grantee) : ids_;
  }
  StreamIds award(capnp::Data::Reader id) {
    list(idOf(id));
    const Award* known = find(state_.awards, idOf(id));
    return known != nullptr ? list(known->nominee, known->organisation) : ids_;
  }

  const State& state_;
  StreamIds ids_;
};

}  // namespace

StreamIds streamsOf(const State& state, schema::Command::Reader command) {
  return isLater(command) ? laterStreams(state, command) : visit(command, Collect(state));
}

std::uint64_t Streams::versionBefore(const Id& stream) const {
  const Head* head = find(heads_, stream);
  if (head == nullptr) return 0;
  return head->submission == submission_ ? head->version_before : head->version;
}

std::optional<std::pair<std::uint64_t, std::uint64_t>> Streams::headOf(const Id& stream) const {
  const Head* head = find(heads_, stream);
  if (head == nullptr || head->version == 0) return std::nullopt;
  return std::pair{head->version, head->last};
}

bool Streams::take(const StreamIds& expected, capnp::List<schema::StreamVersion>::Reader found,
                   std::uint64_t position) {
  bool alike = expected.size() == found.size();
  unsigned i = 0;
  for (const Id& id : expected) {
    Head& head = heads_[id];
    if (i < found.size()) {
      const auto entry = found[i];
      alike = alike && idOf(entry.getStream()) == id && entry.getVersion() == head.version + 1 &&
              entry.getPrevious() == head.last;
    }
    if (head.submission != submission_) head.version_before = head.version;
    head.submission = submission_;
    ++head.version;
    head.last = position;
    ++i;
  }
  return alike;
}

}  // namespace audit
