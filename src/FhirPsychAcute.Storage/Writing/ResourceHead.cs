using FhirPsychAcute.Storage.Database.Entities;

namespace FhirPsychAcute.Storage.Writing;

/// <summary>What <c>resource</c> holds of a logical id; a key of 0 when it has never been seen.</summary>
internal readonly record struct ResourceHead(long Key, ResourceState State, long Version, long Seq);
